import type { z } from 'zod';
import { quoted, said } from '../grid/said.ts';
import { shorten } from '../grid/text.ts';
import type { Problem } from '../plan/problem.ts';
import { event, forecastLine, idLine, type Line } from './line.ts';

export interface ReadLines {
  /** In the order of the file. */
  readonly lines: readonly Line[];
  /** A warning for each line that cannot be read. */
  readonly problems: readonly Problem[];
}

/**
 * The lines of an archive. One that cannot be read is told of by its number and skipped; blank lines are nothing.
 * @param name the file's name, for messages
 */
export function readLines(text: string, name: string): ReadLines {
  const lines: Line[] = [];
  const problems: Problem[] = [];
  let number = 0;
  for (let start = 0; start < text.length; number += 1) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const written = text.slice(start, end);
    start = end + 1;
    if (written.trim() === '') continue;
    const read = readLine(written);
    if (read === null) problems.push(damaged(name, number + 1, written));
    else lines.push(read);
  }
  return { lines, problems };
}

/** Lines as they are written, each with its end. */
export function linesText(lines: readonly Line[]): string {
  return lines.map((one) => `${JSON.stringify(one)}\n`).join('');
}

function readLine(written: string): Line | null {
  try {
    const value: unknown = JSON.parse(written);
    return schemaOf(value).safeParse(value).data ?? null;
  } catch {
    return null;
  }
}

/** The schema of a line by its kind: this is twice as fast as to let the schemas find out. */
function schemaOf(value: unknown): z.ZodType<Line> {
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : null;
  if (kind === 'id') return idLine;
  return kind === 'forecast' ? forecastLine : event;
}

function damaged(name: string, number: number, written: string): Problem {
  return {
    severity: 'warning',
    code: 'damaged-history',
    sheet: '',
    cell: null,
    value: shorten(written, 200),
    message: said`Line ${number} of ${name} is no event that can be read: ${quoted(written)}. It was skipped, and stays in the file.`,
    fix: said`Bring the line back from an earlier version of the file, or take it out; without it, the history lacks what it told.`,
    link: null,
    book: name,
    scope: { team: null, goal: null, milestone: null, leftOut: false },
  };
}

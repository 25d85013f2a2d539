import { z } from 'zod';
import type { ToldProblem } from '../../src/plan/problem.ts';
import { problem as published } from '../../src/snapshot/published.ts';
import type { Fault } from '../fault.ts';
import { countLeftOut } from '../report.ts';

/** Rises when a field of the document is taken away or changes its meaning, not when one is added. */
const REPORT_VERSION = 1;

/** A problem as `plan.json` has it, with the name of its workbook. */
const reported = published.extend({ book: z.string() });

export interface JsonReport {
  /** The day that the check spoke for, where it got as far as that. */
  readonly asOf: string | null;
  /** The names of the workbooks. */
  readonly source: string;
  readonly problems: readonly ToldProblem[];
  /** Why nothing could be read at all. */
  readonly fault: Fault | null;
  /** How the workbook may be mapped to a plan, as `milepost.json` takes it. */
  readonly mapping?: Readonly<Record<string, unknown>>;
}

/**
 * What a check found, for other programs: one JSON document. Whatever a log or a terminal could take for a command is
 * escaped as JSON escapes it, which changes no value.
 */
export function jsonReport({ asOf, source, problems, fault, mapping = {} }: JsonReport): string {
  const count = (severity: ToldProblem['severity']) =>
    problems.filter((problem) => problem.severity === severity).length;
  const document = {
    version: REPORT_VERSION,
    ...(asOf === null ? {} : { asOf }),
    source,
    counts: {
      fatal: count('fatal'),
      error: count('error'),
      warning: count('warning'),
      note: count('note'),
      leftOut: countLeftOut(problems),
    },
    problems: problems.map(({ link, ...problem }) =>
      reported.parse(link === null ? problem : { ...problem, link }),
    ),
    ...(fault === null ? {} : { fault }),
    ...(Object.keys(mapping).length === 0 ? {} : { proposedMapping: mapping }),
  };
  return JSON.stringify(document, null, 2)
    .replace(/[^\P{Cc}\n]|[\p{Cf}\u2028\u2029]/gu, escaped)
    .replaceAll('##[', '#\\u0023[');
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, i) => character.charCodeAt(i))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');
}

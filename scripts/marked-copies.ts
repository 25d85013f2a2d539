import { existsSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import type { ToldProblem } from '../src/plan/problem.ts';
import type { Words } from '../src/words/en.ts';
import { writeAnnotated } from './annotate.ts';
import { UsageFault } from './fault.ts';
import type { SourceFile } from './source-files.ts';

/** A workbook, and where its copy with marked cells goes. */
export interface MarkedCopy {
  /** The name by which problems call the workbook. */
  readonly book: string;
  readonly source: string;
  readonly out: string;
}

/**
 * Where the marked copies of a plan's workbooks go: of one workbook to the path given, of several each to that path with
 * the workbook's name behind it. Throws a UsageFault where a copy cannot be made, or would take a workbook's place.
 * @param out an absolute path
 */
export function markedCopies(out: string, files: readonly SourceFile[]): MarkedCopy[] {
  const folder = dirname(out);
  if (!existsSync(folder)) {
    throw new UsageFault(`There is no folder “${folder}”.`, 'Make it first, or name another for --annotate.');
  }
  const extension = extname(out);
  if (!/^\.xls[xm]$/i.test(extension)) {
    throw new UsageFault(
      `“${basename(out)}” does not end as a workbook's name does.`,
      'Give --annotate a path such as marked.xlsx.',
    );
  }
  const copies = files.map(({ name, path }): MarkedCopy => {
    if (path === null) {
      throw new UsageFault(
        `“${name}” is no file, and only a copy of a file can be marked.`,
        'Download it as a workbook, and check that with --annotate.',
      );
    }
    if (files.length === 1) return { book: name, source: path, out };
    const own = extname(name);
    return {
      book: name,
      source: path,
      out: join(folder, `${basename(out, extension)}-${basename(name, own)}${own}`),
    };
  });
  for (const copy of copies) refuse(copy, copies, files);
  return copies;
}

/** Writes each copy, with the problems of its workbook. Throws a UsageFault where the disk refuses one. */
export async function writeCopies(
  copies: readonly MarkedCopy[],
  problems: readonly ToldProblem[],
  words: Words,
  say: (line: string) => void,
): Promise<void> {
  for (const { book, source, out } of copies) {
    try {
      await writeAnnotated(
        source,
        out,
        problems.filter((problem) => problem.book === book),
        words,
      );
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error;
      throw new UsageFault(
        `“${out}” cannot be written: ${error.message}.`,
        'Close it where it is open, or give --annotate another path.',
      );
    }
    say(`Wrote ${relative(process.cwd(), out) || out}: a copy of ${book} with its problems marked.`);
  }
}

function refuse(copy: MarkedCopy, copies: readonly MarkedCopy[], files: readonly SourceFile[]): void {
  const { book, source, out } = copy;
  if (copies.some((other) => other !== copy && other.book === book)) {
    throw new UsageFault(
      `Two workbooks are named “${book}”, so that their problems cannot be told apart.`,
      'Rename one of them.',
    );
  }
  const taken = files.find(({ path }) => path !== null && isSameFile(path, out));
  if (taken !== undefined) {
    throw new UsageFault(
      `The marked copy would take the place of “${taken.name}” itself.`,
      'Give --annotate another path, such as marked.xlsx.',
    );
  }
  const [hasMacros, mayHaveMacros] = [source, out].map((path) => /\.xlsm$/i.test(path));
  if (hasMacros !== mayHaveMacros) {
    throw new UsageFault(
      `“${book}” and its marked copy “${basename(out)}” must both end in .xlsm, or neither.`,
      'Excel opens no workbook whose name belongs to another sort of workbook.',
    );
  }
}

/** Also by another name: a link, or another case where the disk makes no difference of it. */
function isSameFile(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [one, other].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}

import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ToldProblem } from '../src/plan/problem.ts';
import { annotateWorkbook } from '../src/source/annotate/annotate.ts';
import type { Words } from '../src/words/en.ts';

/**
 * Writes a copy of a workbook with its problems marked. The copy appears whole or not at all. Throws a SourceFault where
 * the workbook cannot be read.
 */
export async function writeAnnotated(
  sourcePath: string,
  outPath: string,
  problems: readonly ToldProblem[],
  words: Words,
): Promise<void> {
  const copy = annotateWorkbook(readFileSync(sourcePath), basename(sourcePath), problems, words);
  const aside = `${outPath}.tmp-${process.pid}`;
  try {
    writeFileSync(aside, copy);
    renameSync(aside, outPath);
  } finally {
    rmSync(aside, { force: true });
  }
}

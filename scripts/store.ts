import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeSnapshot } from '../src/snapshot/write.ts';
import { PlanFault } from './fault.ts';
import type { Options } from './options.ts';
import { pull } from './pipeline.ts';
import { countProblems, countRows, describeProblems } from './report.ts';

/** Where the pulled plan is kept. */
export function planPath(options: Options): string {
  return join(options.data, 'plan.json');
}

/**
 * Pulls the plan and keeps it, or throws a PlanFault and leaves what was kept untouched: where a problem is fatal, and
 * with `--strict` where any is an error.
 * @returns what was read, in a line
 */
export async function pullAndKeep(options: Options, say: (line: string) => void): Promise<void> {
  const { snapshot, problems, sources, writeHistory } = await pull(options);
  const colour = process.stderr.isTTY && !process.env.NO_COLOR;
  if (snapshot === null) {
    const fatal = problems.filter(({ severity }) => severity === 'fatal');
    throw new PlanFault(`${describeProblems(fatal, colour)}\n\nNothing was written.`);
  }
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (options.strict && errors.length > 0) {
    throw new PlanFault(`${describeProblems(errors, colour)}\n\nStopped by --strict: nothing was written.`);
  }
  mkdirSync(options.data, { recursive: true });
  // The history first: a pull that is killed in between is made good by the next one.
  writeHistory();
  writeSnapshot(planPath(options), snapshot);
  say(`Read ${sources.join(', ')}: ${countRows(snapshot)}, as of ${snapshot.asOf}.`);
  if (problems.length > 0) say(`${countProblems(problems)}: \`npm run check\` tells which cells to mend.`);
}

/** Writes a line where messages go. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

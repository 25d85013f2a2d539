import { mkdirSync } from 'node:fs';
import type { ToldProblem } from '../src/plan/problem.ts';
import { writeSnapshot } from '../src/snapshot/write.ts';
import { checkLine } from './check-line.ts';
import { PlanFault } from './fault.ts';
import { type Options, planPath } from './options.ts';
import { type Basis, pull } from './pipeline.ts';
import type { Stream } from './progress.ts';
import { describeProblems } from './report/listing.ts';
import { terminalOf } from './report/terminal.ts';
import { countRows, sumUp } from './report.ts';
import { withoutCommands } from './workflow.ts';

/** Enough of what stops a pull to see what is wrong; `check` lists everything. */
const SHOWN_HERE = 10;

/**
 * Pulls the plan and keeps it, or throws a PlanFault and leaves what was kept untouched: where a problem is fatal, and
 * with `--strict` where any is an error.
 * @param say is told what was read, in lines @param terminal where problems are told @returns what it stands on
 */
export async function pullAndKeep(
  options: Options,
  say: (line: string) => void,
  terminal: Stream = process.stderr,
): Promise<Basis> {
  const { snapshot, problems, sources, stale, words, basis, write } = await pull(options, terminal);
  const list = (stopping: readonly ToldProblem[]) => {
    const listing = describeProblems(stopping, {
      terminal: terminalOf(terminal, process.env),
      limit: SHOWN_HERE,
      all: checkLine(options, process.cwd(), ['--all']),
      severalBooks: sources.length > 1,
      words,
    });
    return withoutCommands(listing, process.env);
  };
  if (snapshot === null) {
    const fatal = problems.filter(({ severity }) => severity === 'fatal');
    throw new PlanFault(`${list(fatal)}\n\nNothing was written.`);
  }
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (options.strict && errors.length > 0) {
    throw new PlanFault(`${list(errors)}\n\nStopped by --strict: nothing was written.`);
  }
  mkdirSync(options.data, { recursive: true });
  // The plan last: a pull that is killed in between is made good by the next one.
  write();
  writeSnapshot(planPath(options), snapshot);
  say(`Read ${sources.join(', ')}: ${countRows(snapshot)}, as of ${snapshot.asOf}.`);
  for (const { book, stale: state } of stale) {
    if (state) say(`${book.name} is as it was at ${new Date(state.since).toISOString()}: ${state.why}`);
  }
  if (problems.length > 0) say(`${sumUp(problems)}. To see where: ${checkLine(options, process.cwd())}`);
  return basis;
}

import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { readSnapshot } from '../../src/snapshot/read.ts';
import { UsageFault } from '../fault.ts';
import { openRepository } from '../git.ts';
import { type Options, planPath } from '../options.ts';
import { planHistoryFolder } from '../pipeline.ts';
import { pullAndKeep } from '../store.ts';
import { takeHistory } from './history-files.ts';

/** Each try pulls: a source is not to be asked for ever because a repository is busy. */
const TRIES = 6;

/**
 * Pulls the plan onto the newest history of the repository, and commits and pushes what it learned. Where another run
 * pushed in between, its events are not merged with those of this one: both may have seen the same change, which would
 * then stand there twice. This one forgets its own, and pulls anew onto the other's.
 * @returns whether the history changed
 */
export async function recordHistory(options: Options, say: (line: string) => void): Promise<boolean> {
  const repository = openRepository(existsSync(options.data) ? options.data : process.cwd(), process.env);
  const folder = planHistoryFolder(options);
  let refusal = '';
  for (let tries = 1, tip = ''; tries <= TRIES; tries += 1) {
    const before = tip;
    tip = repository.fetchTip();
    // Refused twice although nothing came in between: that is no race.
    if (refusal !== '' && before === tip && tries > 2) break;
    takeHistory(repository, tip, folder);
    await pullAndKeep(options, say);
    if (!existsSync(folder)) return false;
    const { asOf } = readSnapshot(planPath(options));
    // Hosts that build at each push are told not to.
    const commit = repository.commitFolder(tip, folder, `history: as of ${asOf} [skip ci]`);
    if (commit === null) return false;
    const refused = repository.push(commit);
    if (refused === null) {
      repository.moveOn(tip, commit, folder);
      say(`Committed the history to ${repository.branch}.`);
      return true;
    }
    refusal = refused;
    say(
      `${repository.branch} did not take the history; another run may have been first. Trying anew on its newest state.`,
    );
    await sleep(Math.random() * 500 * tries);
  }
  throw new UsageFault(
    `The history could not be pushed to ${repository.branch}: ${refusal.split('\n').slice(-3).join(' ')}`,
    'Let the job write to the repository and the branch (on GitHub: contents: write, and no rule that forbids it). What was published stays.',
  );
}

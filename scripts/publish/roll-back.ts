import { existsSync } from 'node:fs';
import { UsageFault } from '../fault.ts';
import { locked } from './lock.ts';
import { carryBack } from './release.ts';
import { clearRoot, readReleases, setWithdrawn, switchTo } from './releases.ts';

/**
 * Serves an earlier release again, within the blink of a rename. The releases after it are marked: a schedule does not
 * publish them again as long as nothing changed. Throws a UsageFault where there is no such release.
 * @param wanted an ID, or `before` for the release before the one that is served
 */
export async function rollBack(root: string, wanted: string, say: (line: string) => void): Promise<void> {
  if (!existsSync(root))
    throw new UsageFault(`There is no folder ${root}.`, 'Name the folder that was published to.');
  await locked(root, say, async () => {
    clearRoot(root);
    const releases = readReleases(root);
    const { ids, current } = releases;
    const id = wanted === 'before' ? ids.filter((each) => current !== null && each < current).at(-1) : wanted;
    if (id === undefined || !ids.includes(id)) {
      throw new UsageFault(
        wanted === 'before'
          ? 'There is no release before the one that is served.'
          : `There is no release ${wanted}.`,
        `Those that are there: ${ids.map((each) => (each === current ? `${each} (served)` : each)).join(', ') || 'none'}.`,
      );
    }
    if (id === current) {
      say(`${id} is served already.`);
      return;
    }
    carryBack(releases, id, new Date());
    for (const each of ids) setWithdrawn(releases, each, each > id);
    switchTo(releases, id);
    say(`Went back to ${id}.`);
  });
}

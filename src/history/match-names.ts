import { nameKey } from '../plan/name.ts';

interface Named {
  readonly id: string;
  key: string;
  readonly name: string;
}

/** Who of two plans is the same. */
export interface MatchedNames<N extends Named> {
  /** The one before, by the one now. */
  readonly before: ReadonlyMap<N, N>;
  /** Those before that the plan has no more. */
  readonly gone: readonly N[];
}

/**
 * Finds customers or people again: by name, else under a new name where one alone may be the heir of one. Who is found
 * keeps the key; the key of a new one is its ID, unless another has or had that.
 * @param isHeir whether one that was there before may go by the name of one that is new
 */
export function matchNames<N extends Named>(
  old: readonly N[],
  now: readonly N[],
  isHeir: (old: N, now: N) => boolean,
): MatchedNames<N> {
  const before = new Map<N, N>();
  const byName = new Map(old.map((each) => [nameKey(each.name), each]));
  for (const each of now) {
    const same = byName.get(nameKey(each.name));
    if (same === undefined) continue;
    before.set(each, same);
    byName.delete(nameKey(each.name));
  }
  const lost = [...byName.values()];
  const fresh = now.filter((each) => !before.has(each));
  for (const one of lost) {
    const [heir, ...others] = fresh.filter((each) => isHeir(one, each));
    if (heir === undefined || others.length > 0) continue;
    if (lost.filter((each) => isHeir(each, heir)).length === 1) before.set(heir, one);
  }
  const taken = new Set(old.map(({ key }) => key));
  for (const each of now) {
    const same = before.get(each);
    let key = same?.key ?? each.id;
    for (let n = 2; same === undefined && taken.has(key); n += 1) key = `${each.id}~${n}`;
    taken.add(key);
    each.key = key;
  }
  const found = new Set(before.values());
  return { before, gone: old.filter((each) => !found.has(each)) };
}

import { listed, quoted, said, type Text } from '../grid/said.ts';
import { comparable } from './name.ts';

/**
 * Edits (insert, delete, replace, swap of neighbours) that turn one text into the other, or null where it takes more
 * than `limit`: Damerau-Levenshtein distance, optimal string alignment.
 */
export function editDistance(one: string, other: string, limit: number): number | null {
  if (Math.abs(one.length - other.length) > limit) return null;
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const line = [row];
    let least = row;
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      const up = (above[column] ?? 0) + 1;
      const left = (line[column - 1] ?? 0) + 1;
      const diagonal = (above[column - 1] ?? 0) + (same ? 0 : 1);
      let value = Math.min(up, left, diagonal);
      const swapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped) value = Math.min(value, (before[column - 2] ?? 0) + 1);
      line.push(value);
      least = Math.min(least, value);
    }
    if (least > limit) return null;
    before = above;
    above = line;
  }
  const distance = above[other.length] ?? 0;
  return distance <= limit ? distance : null;
}

/** How many slips a name of a length may hold and still be taken for another: none up to 2 letters, then 1 to 3. */
function slips(length: number): number {
  if (length <= 2) return 0;
  return Math.min(3, Math.max(1, Math.floor(length / 4)));
}

/** Names are compared no further than this, and no more of them, so that a slip in a long list stays cheap. */
const LONGEST = 100;
const MOST_NAMES = 20_000;

/** Known names made ready to be compared with many others. */
export interface Candidate {
  readonly name: string;
  readonly key: string;
}

export function candidates(names: readonly string[]): Candidate[] {
  return names.slice(0, MOST_NAMES).map((name) => ({ name, key: comparable(name).slice(0, LONGEST) }));
}

/** The known names, at most three, that a name may be a slip of, closest first. Those that compare as equal are none. */
export function closest(name: string, known: readonly string[]): string[] {
  return closestAmong(name, candidates(known));
}

/** As `closest`. */
export function closestAmong(name: string, known: readonly Candidate[]): string[] {
  const wanted = comparable(name).slice(0, LONGEST);
  const limit = slips(wanted.length);
  if (limit === 0) return [];
  const found: { name: string; distance: number }[] = [];
  const seen = new Set([wanted]);
  for (const candidate of known) {
    if (seen.has(candidate.key)) continue;
    const distance = editDistance(wanted, candidate.key, limit);
    if (distance === null) continue;
    seen.add(candidate.key);
    found.push({ name: candidate.name, distance });
  }
  found.sort((one, other) => one.distance - other.distance);
  return found.slice(0, 3).map((entry) => entry.name);
}

/** ` Did you mean “A” or “B”?` with a blank before it, or nothing where nothing is close. */
export function didYouMean(names: readonly string[]): Text {
  if (names.length === 0) return said``;
  return said` Did you mean ${listed(names.map(quoted), 'or')}?`;
}

import { holdsMailAddress, withoutMailAddresses } from '../grid/mail-address.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * The snapshot with only the part before the @ of each e-mail address, in whatever text it stands, and without the links
 * that lead to one or hold one. Names of people were rid of theirs when they were read.
 */
export function snapshotWithoutMailAddresses(snapshot: Snapshot): Snapshot {
  // What is walked is plain JSON, and each value becomes one of its own sort.
  return walk(snapshot) as Snapshot;
}

function walk(value: unknown): unknown {
  // Hardly any row of a plan holds one: the others stay as they are, which is looked at without a copy of anything.
  if (!holdsSign(value)) return value;
  if (typeof value === 'string') return withoutMailAddresses(value);
  if (Array.isArray(value)) return value.map(walk);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]): [string, unknown][] => {
      if (key !== 'link' || typeof each !== 'string') return [[key, walk(each)]];
      if (!holdsMailAddress(each)) return [[key, each]];
      // A problem without a link has none; a row's is null.
      return 'severity' in value ? [] : [[key, null]];
    }),
  );
}

/** Whether there is anything that an address cannot be without. */
function holdsSign(value: unknown, key = ''): boolean {
  if (typeof value === 'string') return key === 'link' ? holdsMailAddress(value) : /[@＠﹫]/.test(value);
  if (Array.isArray(value)) return value.some((each) => holdsSign(each));
  if (typeof value !== 'object' || value === null) return false;
  for (const name in value) if (holdsSign(value[name as keyof typeof value], name)) return true;
  return false;
}

import { type Digest, digestOf } from '../../src/site/digest.ts';
import { formats } from '../../src/site/format.ts';
import type { Snapshot, SnapshotChange } from '../../src/snapshot/snapshot.ts';
import { wordsFor } from '../../src/words/words.ts';

/** The digest of a plan in its own language. */
export function digestOfPlan(plan: Snapshot, changes: readonly SnapshotChange[]): Digest {
  const { locale, currency } = plan.settings;
  const from = { plan, formats: formats(locale, plan.asOf, currency), words: wordsFor(locale) };
  return digestOf(from, changes);
}

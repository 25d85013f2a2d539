import type { Plan } from '../../src/plan/plan.ts';
import { addresses } from '../../src/site/address.ts';
import type { FeedSite } from '../../src/site/feeds/feed-site.ts';
import { formats } from '../../src/site/format.ts';
import type { SnapshotPast } from '../../src/snapshot/past.ts';
import { wordsFor } from '../../src/words/words.ts';
import { snapshotOf } from './snapshots.ts';

interface Published {
  readonly base?: string;
  readonly origin?: string | null;
  readonly past?: Partial<SnapshotPast>;
}

/** The site of a plan made in memory, published at https://plan.example.com/ unless said otherwise. */
export function feedSite(
  plan: Plan,
  { base = '/', origin = 'https://plan.example.com', past = {} }: Published = {},
): FeedSite {
  const snapshot = snapshotOf(plan, past);
  return {
    plan: snapshot,
    words: wordsFor(snapshot.settings.locale),
    formats: formats(snapshot.settings.locale, snapshot.asOf),
    links: addresses(base),
    origin,
  };
}

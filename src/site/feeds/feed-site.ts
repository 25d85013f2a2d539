import type { Site } from '../plan.ts';
import { URL_NAMESPACE, uuid5 } from './uuid.ts';

/** What a feed is made from. */
export type FeedSite = Pick<Site, 'plan' | 'formats' | 'links' | 'origin' | 'words'>;

/**
 * The whole address of a path, or null where nobody knows the site's: a feed cannot do with half of one. Letters outside
 * of ASCII are encoded, as a URI has none.
 */
export function absolute({ origin }: Pick<FeedSite, 'origin'>, path: string): string | null {
  return origin === null ? null : new URL(path, origin).href;
}

/**
 * An ID for something in a feed, as a UUID. It depends on the names and on where the site is published, and so tells
 * apart what has one name in two plans; never on the order of rows, on time, or on what a row says.
 */
export function feedId({ origin, links }: FeedSite, ...names: readonly string[]): string {
  return uuid5(URL_NAMESPACE, `${origin ?? ''}${links.to('/')}#${names.map(encodeURIComponent).join('/')}`);
}

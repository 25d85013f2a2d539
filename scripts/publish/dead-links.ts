import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../sums.ts';

/** The page whose script reads what stands behind the # itself: it is no element's name. */
const UNLOCK = 'unlock/index.html';
/** Stands for the site's own host where nobody knows it. */
const NOWHERE = 'http://site.invalid';

/** Where a site is to be served. */
export interface Place {
  /** The path below its host, such as `/` or `/plan/`. */
  readonly base: string;
  /** Its address, such as `https://plan.example.com`; null where that is not known. */
  readonly origin: string | null;
}

/** A site's folder, and what its files hold. */
export interface SiteFiles {
  readonly folder: string;
  /** By their paths from the folder on, with slashes. */
  readonly files: ReadonlySet<string>;
  read(file: string): string;
}

/** The files of a site; each is read once. */
export function siteFiles(folder: string): SiteFiles {
  const known = new Map<string, string>();
  const read = (file: string) => {
    const text = known.get(file) ?? readFileSync(join(folder, file), 'utf8');
    known.set(file, text);
    return text;
  };
  return { folder, files: new Set(filesBelow(folder)), read };
}

/**
 * Every address in a site's pages, styles, scripts and search that leads to no file of the site, or to no element of a
 * page, as `page → address`. Addresses of other hosts are not looked at.
 */
export function deadLinks(site: SiteFiles, { base, origin }: Place): string[] {
  const root = base.replace(/\/+$/, '');
  const hosts = new Set([NOWHERE, ...(origin === null ? [] : [new URL(origin).origin])]);
  const ids = new Map<string, Set<string>>();
  const leads = (from: string, address: string): boolean => {
    const url = URL.parse(address, `${NOWHERE}${root}/${from.replace(/(^|\/)index\.html$/, '$1')}`);
    if (url === null) return false;
    if (!hosts.has(url.origin)) return true;
    if (!url.pathname.startsWith(`${root}/`)) return false;
    const path = decoded(url.pathname.slice(root.length + 1));
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    if (!site.files.has(file)) return false;
    const id = decoded(url.hash.slice(1));
    if (id === '' || !file.endsWith('.html') || file === UNLOCK) return true;
    const there = ids.get(file) ?? idsOf(site.read(file));
    ids.set(file, there);
    return there.has(id);
  };
  return [...site.files].flatMap((file) =>
    [...new Set(addressesIn(file, site, root))]
      .filter((address) => !leads(file, address))
      .map((address) => `${file} → ${address}`),
  );
}

function addressesIn(file: string, site: SiteFiles, root: string): string[] {
  if (file.endsWith('.html')) return inPage(site.read(file));
  if (file.endsWith('.css'))
    return all(/url\(\s*["']?([^"')]+)["']?\s*\)/g, site.read(file)).filter(isNoData);
  // What a bundler names within a script: its other parts, beside it or from the site's root on.
  if (file.endsWith('.js')) {
    const text = site.read(file);
    const beside = all(/["'`](\.\/[\w.-]+\.(?:js|css))["'`]/g, text);
    const rooted = all(/["'`]\/?(_assets\/[\w.-]+\.\w+)["'`]/g, text).map((path) => `${root}/${path}`);
    return [...beside, ...rooted];
  }
  if (file === 'search.json') return all(/"h":"(\/[^"\\]*)"/g, site.read(file)).map((path) => root + path);
  return [];
}

function inPage(html: string): string[] {
  const found = [
    ...all(/\s(?:href|src|poster|data-index)="([^"]*)"/g, html),
    ...all(/property="og:(?:image|url)" content="([^"]*)"/g, html),
    ...all(/http-equiv="refresh" content="\d+; ?url=([^"]*)"/g, html),
    ...all(/\ssrcset="([^"]*)"/g, html).flatMap((set) =>
      set.split(',').map((one) => one.trim().split(/\s/)[0] ?? ''),
    ),
  ];
  return found.map(unescaped).filter(isNoData);
}

function idsOf(html: string): Set<string> {
  return new Set(all(/\sid="([^"]*)"/g, html).map(unescaped));
}

function all(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

function isNoData(address: string): boolean {
  return !/^(data|mailto|tel):/i.test(address);
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#38;', '&')
    .replaceAll('&amp;', '&');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

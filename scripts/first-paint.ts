import { readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The folder of a wall: that of the plan, or of one team. */
const WALL = 'tv';
const HEAD = /<head>.*?<\/head>/s;
const MODULE = /<script type="module" src=/g;

/**
 * Has walls wait for their script before they paint anything. Without it, all slides would be laid out and painted one below
 * the other, only to be hidden but for one. Pages are written by Astro, which takes no such attribute on a script that it bundles.
 * @param pages paths of the site's pages, from its folder
 */
export function holdFirstPaint(folder: string, pages: readonly string[]): void {
  for (const page of pages) {
    if (!page.split(sep).includes(WALL)) continue;
    const path = join(folder, page);
    writeFileSync(path, heldBack(readFileSync(path, 'utf8')));
  }
}

/** A page whose scripts, as far as they stand in its head, run before the first paint. It is read whole meanwhile. */
export function heldBack(html: string): string {
  return html.replace(HEAD, (head) =>
    head.replaceAll(MODULE, '<script type="module" blocking="render" src='),
  );
}

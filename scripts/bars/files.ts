import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import type { Ledger } from './ledger.ts';
import { brotliSize, type ServedSite } from './served-site.ts';

/** Rules that speak of how markup is written, and not of what it says. */
const STYLE_OF_MARKUP = {
  'long-title': 'off',
  'require-sri': 'off',
  'void-style': 'off',
  'no-trailing-whitespace': 'off',
} as const;

/** The size of each page's HTML, whether it is valid, and whether all its links lead somewhere. */
export async function checkFiles(site: ServedSite, paths: readonly string[], ledger: Ledger): Promise<void> {
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: STYLE_OF_MARKUP });
  const many = site.pages.filter((path) => /^\/teams\/[^/]+\/$/.test(path)).length > 20;
  for (const path of paths) {
    const html = site.read(`${path}index.html`);
    const where = `${site.name} ${path}`;
    const bar = /timeline\/$/.test(path)
      ? 'htmlTimeline'
      : path === '/' && many
        ? 'htmlOverview'
        : /^\/($|teams\/|goals\/|people\/.|customers\/.)/.test(path)
          ? 'html'
          : null;
    if (bar !== null) ledger.add(bar, brotliSize(html), where);
    const { results } = await validator.validateString(html, path);
    const messages = results.flatMap((result) =>
      result.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
    );
    ledger.add('invalid', messages.length, where, messages[0]);
  }
  for (const path of site.pages) {
    const dead = deadLinks(site, path);
    ledger.add('dead', dead.length, `${site.name} ${path}`, dead[0]);
  }
}

/** The links of a page that lead to no file, or to no element of one. */
export function deadLinks(site: ServedSite, path: string): string[] {
  const html = site.read(`${path}index.html`);
  const addresses = [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, address = '']) =>
    address.replaceAll('&#38;', '&').replaceAll('&amp;', '&'),
  );
  return [...new Set(addresses)].filter((address) => {
    const url = new URL(address, site.origin + path);
    if (url.origin !== site.origin) return false;
    const to = decodeURIComponent(url.pathname);
    const file = join(site.folder, to.endsWith('/') ? `${to}index.html` : to);
    if (!existsSync(file)) return true;
    const id = decodeURIComponent(url.hash.slice(1));
    return id !== '' && file.endsWith('.html') && !readFileSync(file, 'utf8').includes(` id="${id}"`);
  });
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SECURITY_HEADERS } from '../../src/site/security-headers.ts';
import { ASSETS } from './assets.ts';

/** The file by which Netlify and Cloudflare Pages are told which headers to send. */
export const HEADERS_FILE = '_headers';

/**
 * Writes it. Of pages nothing is said about caching: both ask again for each by themselves, and would send two rules for
 * one header as one.
 * @param base the path that the site is served under, such as `/` or `/plan/`
 */
export function writeHeaders(folder: string, base: string): void {
  const root = base.replace(/\/+$/, '');
  const lines = (headers: Readonly<Record<string, string>>) =>
    Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
  const text = [
    `${root}/*\n`,
    ...lines(SECURITY_HEADERS),
    `${root}/${ASSETS}/*\n`,
    ...lines({ 'Cache-Control': 'public, max-age=31536000, immutable' }),
  ];
  writeFileSync(join(folder, HEADERS_FILE), text.join(''));
}

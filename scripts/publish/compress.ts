import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { filesBelow } from '../sums.ts';
import { ASSETS } from './assets.ts';

/** What gets smaller. Fonts and pictures are compressed by themselves. */
const PACKED = new Set(
  ['html', 'css', 'js', 'json', 'svg', 'xml', 'ics', 'csv', 'txt', 'webmanifest'].map((type) => `.${type}`),
);
/** As long as a file's head, below which packing gains nothing. */
const LEAST_BYTES = 256;
/** The best level takes 17 times as long as this for a tenth less: it is for what seldom changes. */
const PAGE_QUALITY = 7;
const AT_ONCE = 8;

const brotliOf = promisify(brotliCompress);
const gzipOf = promisify(gzip);

/**
 * Puts a `.br` and a `.gz` beside each file of a site that gets smaller by it, for servers that send these. The same file
 * gives the same bytes. @param served a site that was compressed before: what it has of the same file is taken over
 */
export async function compress(folder: string, served: string | null): Promise<void> {
  const rest = filesBelow(folder).filter((file) => PACKED.has(extname(file)));
  const work = async () => {
    for (let file = rest.pop(); file !== undefined; file = rest.pop()) await pack(folder, file, served);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function pack(folder: string, file: string, served: string | null): Promise<void> {
  const path = join(folder, file);
  const content = await readFile(path);
  if (content.length < LEAST_BYTES) return;
  const earlier = served === null ? null : join(served, file);
  if (earlier !== null && existsSync(earlier) && readFileSync(earlier).equals(content)) {
    const packed = ['br', 'gz'].filter((way) => existsSync(`${earlier}.${way}`));
    for (const way of packed) copyFileSync(`${earlier}.${way}`, `${path}.${way}`);
    if (packed.length > 0) return;
  }
  const quality = file.startsWith(`${ASSETS}/`) ? constants.BROTLI_MAX_QUALITY : PAGE_QUALITY;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  const [br, gz] = await Promise.all([brotliOf(content, { params }), gzipOf(content, { level: 9 })]);
  // The head names the system that packed it, which is nobody's business: 255 is "unknown".
  gz[9] = 255;
  if (br.length < content.length) await writeFile(`${path}.br`, br);
  if (gz.length < content.length) await writeFile(`${path}.gz`, gz);
}

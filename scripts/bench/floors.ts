/** What nobody can be faster than: `floors.ts files COUNT BYTES FOLDER`, `floors.ts astro FOLDER`,
 * `floors.ts pages SITE FOLDER`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [name = '', ...args] = process.argv.slice(2);
if (name === 'files') writePages(Number(args[0]), Number(args[1]), args[2] ?? '');
else if (name === 'astro') await buildEmpty(args[0] ?? '');
else if (name === 'pages') await buildReady(args[0] ?? '', args[1] ?? '');
else throw new Error(`There is no floor ${name}.`);

/** As many bytes of HTML in as many files, each in a folder of its own, as those of a site are. */
function writePages(count: number, bytes: number, folder: string): void {
  const start = '<!doctype html><html lang="en"><title>Page</title><body><p>';
  const each = Math.max(1, Math.round(bytes / count) - start.length);
  const word = 'A plan that everybody sees. ';
  for (let page = 0; page < count; page++) {
    const place = join(folder, `${page}`);
    mkdirSync(place, { recursive: true });
    writeFileSync(
      join(place, 'index.html'),
      start + word.repeat(Math.ceil(each / word.length)).slice(0, each),
    );
  }
}

/** A site of one page that says nothing. @param folder below the project, so that its packages are found */
async function buildEmpty(folder: string): Promise<void> {
  await buildOf(folder, 'index', '<!doctype html><title>Page</title><p>Page</p>\n');
}

/** The pages of a site, as texts that need nothing but to be written: what Astro takes for so many of them, of such a size. */
async function buildReady(site: string, folder: string): Promise<void> {
  await buildOf(
    folder,
    '[...path]',
    `---
import { readdirSync, readFileSync } from 'node:fs';
export function getStaticPaths() {
  const site = ${JSON.stringify(site)};
  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('index.html'));
  return pages.map((page) => ({
    params: { path: page.replace(/\\/?index\\.html$/, '') || undefined },
    props: { html: readFileSync(site + '/' + page, 'utf8') },
  }));
}
---
<Fragment set:html={Astro.props.html} />
`.replaceAll('\\\\', '\\'),
  );
}

async function buildOf(folder: string, name: string, page: string): Promise<void> {
  mkdirSync(join(folder, 'src', 'pages'), { recursive: true });
  writeFileSync(join(folder, 'src', 'pages', `${name}.astro`), page);
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  process.chdir(folder);
  const { build } = await import('astro');
  await build({
    root: folder,
    outDir: join(folder, 'dist'),
    logLevel: 'warn',
    configFile: false,
    build: { concurrency: 16 },
  });
}

/** What nobody can be faster than: `floors.ts files COUNT BYTES FOLDER`, `floors.ts astro FOLDER`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [name = '', ...args] = process.argv.slice(2);
if (name === 'files') writePages(Number(args[0]), Number(args[1]), args[2] ?? '');
else if (name === 'astro') await buildEmpty(args[0] ?? '');
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
  mkdirSync(join(folder, 'src', 'pages'), { recursive: true });
  writeFileSync(
    join(folder, 'src', 'pages', 'index.astro'),
    '<!doctype html><title>Page</title><p>Page</p>\n',
  );
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  process.chdir(folder);
  const { build } = await import('astro');
  await build({ root: folder, outDir: join(folder, 'dist'), logLevel: 'warn', configFile: false });
}

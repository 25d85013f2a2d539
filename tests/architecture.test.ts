import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

/** What each folder may import from, itself aside. Data flows from the left to the right, and never back. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  words: [],
  grid: [],
  source: ['words', 'grid'],
  plan: ['words', 'grid'],
  history: ['grid', 'plan'],
  rollup: ['words', 'grid', 'plan', 'history'],
  snapshot: ['words', 'grid', 'plan', 'history', 'rollup'],
  site: ['words', 'grid', 'plan', 'rollup', 'snapshot'],
  components: ['site', 'snapshot'],
  layouts: ['components', 'site', 'styles'],
  design: ['components', 'layouts', 'site', 'snapshot', 'styles'],
  pages: ['components', 'layouts', 'site', 'snapshot'],
};
const PURE = ['words', 'grid', 'plan', 'history', 'rollup'];

interface Import {
  readonly file: string;
  readonly folder: string;
  readonly from: string;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ts|astro)$/.test(path))
  .map((path) => join(SRC, path));

function folderOf(path: string): string {
  return relative(SRC, path).split(/[\\/]/)[0] ?? '';
}

function importsOf(file: string): Import[] {
  const code = readFileSync(file, 'utf8');
  const found = code.matchAll(
    /^\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]/gm,
  );
  return [...found].map(([, from, late]) => ({
    file: relative(SRC, file),
    folder: folderOf(file),
    from: from ?? late ?? '',
  }));
}

/** The imports that go to a folder that they may not go to. */
function wrongWay(imports: readonly Import[]): string[] {
  return imports
    .filter(({ from }) => from.startsWith('.'))
    .map((each) => ({ ...each, to: folderOf(resolve(SRC, dirname(each.file), each.from)) }))
    .filter(({ folder, to }) => to !== folder && !MAY_IMPORT[folder]?.includes(to))
    .map(({ file, from }) => `${file} imports ${from}`);
}

describe('the direction of imports', () => {
  const imports = files.flatMap(importsOf);

  it('is kept by every file', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(wrongWay(imports)).toEqual([]);
  });

  it('is broken by a page in a reader', () => {
    expect(wrongWay([{ file: 'grid/x.ts', folder: 'grid', from: '../plan/plan.ts' }])).toHaveLength(1);
  });

  it('knows every folder', () => {
    const folders = new Set(files.map(folderOf));
    expect([...folders].filter((folder) => !(folder in MAY_IMPORT))).toEqual([]);
  });

  it('keeps the pure folders from files, network and frameworks', () => {
    const allowed = /^(zod|zod\/.*|\.{1,2}\/.*)$/;
    const outside = imports.filter(({ folder, from }) => PURE.includes(folder) && !allowed.test(from));
    expect(outside.map(({ file, from }) => `${file} imports ${from}`)).toEqual([]);
  });
});

describe('the clock', () => {
  it('is read by no module of src but the wall and the lock, which go on after the build', () => {
    const reads = files.filter((file) =>
      /Date\.now|new Date\(\)|performance\.now/.test(readFileSync(file, 'utf8')),
    );
    expect(reads.map((file) => relative(SRC, file)).sort()).toEqual([
      'components/seal/Unlock.element.ts',
      'components/seal/kept-keys.ts',
      'components/tv/Wall.element.ts',
    ]);
  });
});

describe('the environment', () => {
  it('is read by the door of the site alone', () => {
    const reads = files.filter((file) => /process\.env/.test(readFileSync(file, 'utf8')));
    expect(reads.map((file) => relative(SRC, file)).sort()).toEqual(['site/plan.ts']);
  });
});

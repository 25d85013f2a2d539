import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow } from '../../scripts/sums.ts';
import { PROJECT, runCommand } from '../helpers/run.ts';

const TITLE = 'Put the water on the council’s September agenda';
const RETITLED = 'Ring the clerk of the council';

let folder = '';
let plan = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-again-'));
  plan = join(folder, 'plan.xlsx');
  cpSync(join(PROJECT, 'data/plan.xlsx'), plan);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Builds the sample into a folder, from a history in another. */
async function build(out: string, data: string, env: Readonly<Record<string, string>> = {}, cwd = PROJECT) {
  const args = [
    '--source',
    plan,
    '--as-of',
    '2026-06-17',
    '--data',
    join(folder, data),
    '--out',
    join(folder, out),
  ];
  const { code, stderr } = await runCommand('build', [...args, '--compress'], {
    cwd,
    env: { MILEPOST_SITE: 'https://plan.example.com', ...env },
  });
  if (code !== 0) throw new Error(stderr);
}

/** The files that two sites do not have alike. */
function differing(one: string, two: string): string[] {
  const first = join(folder, one);
  const second = join(folder, two);
  const all = new Set([first, second].flatMap((site) => filesBelow(site)));
  const bytes = (site: string, path: string) => {
    try {
      return readFileSync(join(site, path));
    } catch {
      return null;
    }
  };
  return [...all]
    .filter((path) => bytes(first, path)?.equals(bytes(second, path) ?? Buffer.alloc(0)) !== true)
    .sort();
}

async function retitle(): Promise<void> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(plan);
  const found: exceljs.Cell[] = [];
  workbook.getWorksheet('Actions')?.eachRow((row) => {
    row.eachCell((cell) => {
      if (cell.value === TITLE) found.push(cell);
    });
  });
  const [cell] = found;
  if (cell === undefined) throw new Error('the sample lacks the action');
  cell.value = RETITLED;
  await workbook.xlsx.writeFile(plan);
}

describe('two builds', () => {
  it('of one plan, day and program are the same bytes, wherever and whenever they run', async () => {
    await build('one', 'data-one', { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8' });
    await build('deep/below/two', 'data-two', { TZ: 'America/Los_Angeles', LANG: 'C' }, tmpdir());
    const kinds = new Set(filesBelow(join(folder, 'one')).map((path) => extname(path)));
    expect([...kinds]).toEqual(
      expect.arrayContaining(['.html', '.png', '.ics', '.br', '.gz', '.js', '.css', '.xml']),
    );
    expect(differing('one', 'deep/below/two')).toEqual([]);
  });

  it('before and after a change of one row differ in the pages that show it, and in walls by the sum of the plan', async () => {
    await retitle();
    await build('changed', 'data-one');
    const changed = differing('one', 'changed').filter((path) => !/\.(br|gz)$/.test(path));
    const text = (out: string, path: string) => readFileSync(join(folder, out, path), 'utf8');
    const others: string[] = [];
    for (const path of changed) {
      if (text('changed', path).includes(RETITLED)) continue;
      const [before, after] = ['one', 'changed'].map((out) =>
        text(out, path).replace(/ data-plan="\w+"/, ''),
      );
      // A wall shows a build only where its page and build.json name the same plan.
      if (/(^|\/)tv\//.test(path) && before === after) continue;
      others.push(path);
    }
    expect(others).toEqual(['build.json', 'files.sha256']);
    const pages = changed.filter((path) => path.endsWith('.html') && !/(^|\/)tv\//.test(path));
    expect(pages).toEqual(
      expect.arrayContaining(['goals/h-1/index.html', 'index.html', 'teams/hospitals/index.html']),
    );
    const all = filesBelow(join(folder, 'one')).filter((path) => !/\.(br|gz)$/.test(path));
    expect(pages.length).toBeLessThan(12);
    expect(changed.length).toBeLessThan(all.length / 4);
  });
});

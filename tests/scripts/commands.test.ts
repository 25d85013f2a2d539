import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../helpers/run.ts';
import { on, type Sheets, SMALL_PLAN, writeWorkbook } from '../helpers/workbooks.ts';

const AS_OF = ['--as-of', '2026-06-17'];
const { Goals = [], Milestones = [], Actions = [] } = SMALL_PLAN;
let folder = '';
let good = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-commands-'));
  good = await writeWorkbook(folder, 'good.xlsx', SMALL_PLAN);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The first bytes of the file that encrypted and old workbooks are, with a directory of these streams. */
function compoundFile(...streams: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(512 + 128 * streams.length);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [i, name] of streams.entries()) bytes.set(Buffer.from(`${name}\0`, 'utf16le'), 512 + 128 * i);
  return bytes;
}

async function workbook(name: string, changes: Sheets): Promise<string> {
  return writeWorkbook(folder, name, { ...SMALL_PLAN, ...changes });
}

describe('pull', () => {
  it('keeps the plan and says what it read', async () => {
    const data = join(folder, 'data-pull');
    const { code, stderr } = await runCommand('pull', ['--source', good, ...AS_OF, '--data', data]);
    expect(stderr).toContain('1 team, 1 goal, 2 milestones, 2 actions');
    expect(code).toBe(0);
    const plan = JSON.parse(readFileSync(join(data, 'plan.json'), 'utf8'));
    expect(plan).toMatchObject({ version: 1, asOf: '2026-06-17', source: 'good.xlsx' });
  });

  it('gives the same bytes wherever it runs', async () => {
    const bytes = await Promise.all(
      ['Pacific/Kiritimati', 'America/Los_Angeles'].map(async (TZ) => {
        const data = join(folder, `data-${TZ.replace('/', '-')}`);
        await runCommand('pull', ['--source', good, ...AS_OF, '--data', data], { env: { TZ } });
        return readFileSync(join(data, 'plan.json'), 'utf8');
      }),
    );
    expect(bytes[0]).toBe(bytes[1]);
    expect(bytes[0]).toContain('"doneOn":"2026-03-30"');
  });

  it('reports rows in error, and keeps the others', async () => {
    const path = await workbook('asap.xlsx', {
      Actions: [...Actions, ['M2', 'Call the head nurse', 'Ann Lee', 'ASAP', null, null]],
    });
    const data = join(folder, 'data-asap');
    const { code, stderr } = await runCommand('pull', ['--source', path, ...AS_OF, '--data', data]);
    expect(code).toBe(0);
    expect(stderr).toContain('1 error');
    const plan = JSON.parse(readFileSync(join(data, 'plan.json'), 'utf8'));
    expect(plan.problems).toMatchObject([{ code: 'bad-day', sheet: 'Actions', cell: 'D4', value: 'ASAP' }]);
    expect(plan.teams[0]).toMatchObject({ leftOut: 1 });
    expect(plan.teams[0].goals[0].milestones[1].actions).toHaveLength(2);
  });

  it('stops at an error with --strict, and leaves the earlier plan untouched', async () => {
    const path = await workbook('strict.xlsx', {
      Actions: [...Actions, ['M2', 'Call the head nurse', 'Ann Lee', 'ASAP', null, null]],
    });
    const data = join(folder, 'data-strict');
    await runCommand('pull', ['--source', good, ...AS_OF, '--data', data]);
    const before = readFileSync(join(data, 'plan.json'));
    const { code, stderr } = await runCommand('pull', [
      '--source',
      path,
      ...AS_OF,
      '--data',
      data,
      '--strict',
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain('D4');
    expect(readFileSync(join(data, 'plan.json')).equals(before)).toBe(true);
  });

  it('reads a plan that lies in several workbooks', async () => {
    const goals = await writeWorkbook(folder, 'part-1.xlsx', { Goals, Milestones });
    const actions = await writeWorkbook(folder, 'part-2.xlsx', { Actions });
    const data = join(folder, 'data-parts');
    const { code, stderr } = await runCommand('pull', [
      '--source',
      goals,
      '--source',
      actions,
      ...AS_OF,
      '--data',
      data,
    ]);
    expect(stderr).toContain('2 actions');
    expect(code).toBe(0);
  });
});

describe('input that cannot be read', () => {
  const zip = (parts: Record<string, string>) =>
    zipSync(
      Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, new TextEncoder().encode(text)])),
    );

  it.each<[string, () => string | Promise<string>, string]>([
    ['no such file', () => join(folder, 'nowhere.xlsx'), 'There is no file'],
    ['a folder', () => folder, 'is a folder'],
    ['an empty file', () => write('empty.xlsx', ''), 'is empty'],
    ['a text file', () => write('text.xlsx', 'Team,Goal\nNorth,Win'), 'plain text'],
    ['a web page', () => write('page.xlsx', '<!DOCTYPE html><html>sign in'), 'asks to sign in'],
    [
      'an old workbook',
      () => write('old.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)),
      '.xlsx',
    ],
    [
      'an encrypted workbook',
      () => write('locked.xlsx', compoundFile('Root Entry', 'EncryptedPackage')),
      'password',
    ],
    ['a binary workbook', () => write('binary.xlsb', zip({ 'xl/workbook.bin': 'x' })), '.xlsb'],
    ['a cut archive', () => write('cut.xlsx', readFileSync(good).subarray(0, 3000)), 'not whole'],
    ['a workbook without Milestones', () => workbook('no-milestones.xlsx', { Milestones: [] }), 'Milestones'],
    [
      'a sheet with a misspelt name',
      () => writeWorkbook(folder, 'misspelt.xlsx', { Goals, Actions, Milstones: Milestones }),
      'Milstones',
    ],
    [
      'a sheet without a needed column',
      () => workbook('no-due.xlsx', { Milestones: Milestones.map((row) => row.filter((_, i) => i !== 5)) }),
      'Due',
    ],
    [
      'a header without rows',
      () => workbook('no-rows.xlsx', { Goals: Goals.slice(0, 1) }),
      'no goal below it',
    ],
  ])('%s: exit 1, in plain words, and nothing is written', async (_name, make, words) => {
    const data = mkdtempSync(join(folder, 'data-'));
    writeFileSync(join(data, 'plan.json'), 'as it was');
    const { code, stderr } = await runCommand('pull', ['--source', await make(), ...AS_OF, '--data', data]);
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(code).toBe(1);
    expect(readFileSync(join(data, 'plan.json'), 'utf8')).toBe('as it was');
  });
});

describe('wrong usage', () => {
  it.each<[string, string[], string]>([
    ['an unknown option', ['--sauce', 'x'], "Unknown option '--sauce'"],
    ['a day that is none', ['--as-of', '2026-02-30'], 'no day'],
    ['an address of another sort', ['--source', 'ftp://example.com/plan.xlsx'], 'https:// or http://'],
    [
      'a Google Sheet without a way in',
      [
        '--source',
        'https://docs.google.com/spreadsheets/d/1aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789abcdEFG/edit',
      ],
      'MILEPOST_GOOGLE_API_KEY',
    ],
  ])('%s: exit 2', async (_name, args, words) => {
    // A home in which nobody has signed in with Google.
    const env = {
      HOME: folder,
      APPDATA: folder,
      CLOUDSDK_CONFIG: folder,
      GOOGLE_APPLICATION_CREDENTIALS: '',
      MILEPOST_GOOGLE_API_KEY: '',
      METADATA_SERVER_DETECTION: 'none',
    };
    const data = join(folder, 'data-usage');
    const { code, stderr } = await runCommand('pull', [...args, '--data', data], { env });
    expect(stderr).toContain(words);
    expect(code).toBe(2);
  });

  it('a milepost.json that is not as expected: exit 2, and every wrong key is named', async () => {
    const data = join(folder, 'data-config');
    mkdirSync(data);
    writeFileSync(join(data, 'milepost.json'), '{"sources": "plan.xlsx", "titel": "x"}');
    const { code, stderr } = await runCommand('pull', ['--data', data]);
    expect(stderr).toContain('sources');
    expect(stderr).toContain('titel');
    expect(code).toBe(2);
  });

  it('says what a command takes', async () => {
    const { code, stdout } = await runCommand('pull', ['--help']);
    expect(stdout).toContain('--as-of');
    expect(code).toBe(0);
  });
});

describe('check', () => {
  it('prints every problem with its cell and its cure, and exits with 1 on an error', async () => {
    const path = await workbook('check.xlsx', {
      Actions: [
        ...Actions,
        ['M2', 'Call the head nurse', 'Ann Lee', 'ASAP', null, null],
        ['Frist ward live', 'Book the electrician', 'Bo Ek', on('2026-07-01'), null, null],
      ],
    });
    const { code, stdout } = await runCommand('check', [path, ...AS_OF]);
    expect(stdout).toContain('D4');
    expect(stdout).toContain('A5');
    expect(stdout).toContain('First ward live');
    expect(code).toBe(1);
  });

  it('exits with 0 where no row is in error', async () => {
    const { code, stderr } = await runCommand('check', [good, ...AS_OF]);
    expect(stderr).toContain('no problems');
    expect(code).toBe(0);
  });

  it('lets no cell control the terminal', async () => {
    const path = await workbook('escape.xlsx', {
      Actions: [...Actions, ['M2', '\u001b[31mred', 'Ann Lee', '\u001b[2Jsoon', null, null]],
    });
    const { stdout } = await runCommand('check', [path, ...AS_OF]);
    expect(stdout).toContain('soon');
    expect(stdout).not.toContain('\u001b');
  });
});

describe('the as-of day', () => {
  it('is the sample’s own for the sample alone', async () => {
    const data = join(folder, 'data-sample');
    mkdirSync(data);
    const sample = await writeWorkbook(data, 'plan.xlsx', SMALL_PLAN);
    writeFileSync(
      join(data, 'milepost.json'),
      JSON.stringify({ sources: ['plan.xlsx'], sample: { source: 'plan.xlsx', asOf: '2026-06-17' } }),
    );
    const asOf = () => JSON.parse(readFileSync(join(data, 'plan.json'), 'utf8')).asOf;
    await runCommand('pull', ['--data', data]);
    expect(asOf()).toBe('2026-06-17');
    await runCommand('pull', ['--data', data, '--source', sample]);
    expect(asOf()).toBe('2026-06-17');
    await runCommand('pull', ['--data', data, '--source', good]);
    expect(asOf()).not.toBe('2026-06-17');
  });
});

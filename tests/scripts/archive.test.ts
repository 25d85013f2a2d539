import { spawn } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive, writeArchive } from '../../scripts/archive.ts';
import { compare } from '../../src/history/compare.ts';
import { appendPull, planOfPull } from '../helpers/archive-pulls.ts';
import { told } from '../helpers/problems.ts';
import { inDays } from '../helpers/rows.ts';

const ROOT = mkdtempSync(join(tmpdir(), 'milepost-archive-'));
afterAll(() => rmSync(ROOT, { recursive: true, force: true }));

let folders = 0;
function newFolder(): string {
  folders += 1;
  return join(ROOT, `${folders}`);
}

function filesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

/** An archive of the pulls up to a number, none of them disturbed. */
function undisturbed(last: number): string {
  const folder = newFolder();
  for (let pull = 0; pull <= last; pull += 1) appendPull(folder, pull);
  return folder;
}

function put(folder: string, files: Readonly<Record<string, string | Buffer>>): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

describe('an archive', () => {
  it('that is missing is empty, and opening it writes nothing', () => {
    const folder = newFolder();
    expect(openArchive(folder)).toMatchObject({ lines: [], last: null, problems: [] });
    expect(() => readdirSync(folder)).toThrow();
  });

  it('holds two files, and what was written to it', () => {
    const folder = undisturbed(2);
    expect(readdirSync(folder).sort()).toEqual(['events.jsonl', 'last.json']);
    const { lines, last, problems } = openArchive(folder);
    expect(problems).toEqual([]);
    const written = readFileSync(join(folder, 'events.jsonl'), 'utf8').trim().split('\n');
    expect(lines).toEqual(written.map((line) => JSON.parse(line)));
    expect(last?.rows.length).toBeGreaterThan(10);
  });

  it('only grows: what was written stays as it is', () => {
    const folder = undisturbed(2);
    const before = readFileSync(join(folder, 'events.jsonl'), 'utf8');
    appendPull(folder, 3);
    const after = readFileSync(join(folder, 'events.jsonl'), 'utf8');
    expect(after.startsWith(before) && after.length > before.length).toBe(true);
  });

  it('is not touched by the same plan once more', () => {
    const folder = undisturbed(2);
    const before = filesIn(folder);
    appendPull(folder, 2);
    expect(filesIn(folder)).toEqual(before);
  });

  it('keeps a cell that the history does not follow without a line', () => {
    const folder = undisturbed(1);
    const archive = openArchive(folder);
    const plan = planOfPull(1);
    const noted = { ...plan, teams: plan.teams.map((team) => ({ ...team, vision: 'Water' })) };
    const { lines, next } = compare(archive.last, { plan: noted, leftOut: [], restored: [] }, inDays(2));
    expect(lines).toEqual([]);
    writeArchive(archive, lines, next);
    expect(openArchive(folder).last?.rows[0]?.cells).toEqual({ vision: 'Water' });
    expect(openArchive(folder).lines).toEqual(archive.lines);
  });

  it('is not written to where another pull has written since', () => {
    const folder = undisturbed(1);
    const archive = openArchive(folder);
    appendPull(folder, 2);
    const before = filesIn(folder);
    const { lines, next } = compare(
      archive.last,
      { plan: planOfPull(3), leftOut: [], restored: [] },
      inDays(3),
    );
    expect(() => writeArchive(archive, lines, next)).toThrow(/changed by another program.*pull again/);
    expect(filesIn(folder)).toEqual(before);
  });
});

describe('damage', () => {
  it('of a line is told by its number, and the line stays', () => {
    const folder = undisturbed(1);
    const path = join(folder, 'events.jsonl');
    const lines = readFileSync(path, 'utf8').split('\n');
    lines[4] = '{"day":"2026-03-0';
    writeFileSync(path, lines.join('\n'));
    expect(told(openArchive(folder).problems)[0]?.message).toMatch(/^Line 5 of events\.jsonl /);
    appendPull(folder, 2);
    expect(readFileSync(path, 'utf8').split('\n')[4]).toBe('{"day":"2026-03-0');
  });

  it('of the last line does not spoil the next', () => {
    const folder = undisturbed(1);
    const path = join(folder, 'events.jsonl');
    const count = openArchive(folder).lines.length;
    appendFileSync(path, '{"day":"2026-03-0');
    appendPull(folder, 2);
    const { lines, problems } = openArchive(folder);
    expect(told(problems).map(({ message }) => message.split(' is ')[0])).toEqual([
      `Line ${count + 1} of events.jsonl`,
    ]);
    const whole = openArchive(undisturbed(2)).lines;
    expect(lines).toEqual(whole);
  });

  it.each(['', '{"version":1', 'x'])('of the last plan (“%s”) is mended from the lines', (text) => {
    const folder = undisturbed(3);
    writeFileSync(join(folder, 'last.json'), text);
    expect(openArchive(folder).problems).toMatchObject([{ severity: 'warning', book: 'last.json' }]);
    appendPull(folder, 3);
    expect(openArchive(folder).problems).toEqual([]);
    expect(openArchive(folder).lines).toEqual(openArchive(undisturbed(3)).lines);
  });

  it('of all lines begins the history anew, and says so', () => {
    const folder = undisturbed(1);
    rmSync(join(folder, 'events.jsonl'));
    expect(openArchive(folder)).toMatchObject({ last: null, problems: [{ book: 'events.jsonl' }] });
    appendPull(folder, 1);
    expect(openArchive(folder).problems).toEqual([]);
  });

  it('of what was about to be written is as if it had not been', () => {
    const folder = undisturbed(1);
    const before = filesIn(folder);
    for (const text of ['{"at":1', '{"at":1}', '3', 'null']) {
      put(folder, { '.pending.json': text });
      expect(openArchive(folder).problems).toEqual([]);
      appendPull(folder, 1);
    }
    expect(filesIn(folder)).toEqual(before);
  });
});

/** All states in which a pull may be cut off, worked out from the files before and after it. */
describe('a pull cut off', () => {
  let before: Record<string, string>;
  let after: Record<string, string>;
  let next: Record<string, string>;
  let pending: string;
  let whole: Buffer;
  let start: number;

  beforeAll(() => {
    before = filesIn(undisturbed(4));
    after = filesIn(undisturbed(5));
    next = filesIn(undisturbed(6));
    whole = Buffer.from(after['events.jsonl'] ?? '');
    start = Buffer.byteLength(before['events.jsonl'] ?? '');
    pending = JSON.stringify({
      at: start,
      events: whole.subarray(start).toString(),
      last: after['last.json'],
    });
  });

  it('before it was on the record is as if it had not been', () => {
    for (const aside of ['.tmp-.pending.json', '.tmp-last.json']) {
      const folder = put(newFolder(), { ...before, [aside]: pending.slice(0, 99) });
      expect(openArchive(folder).lines).toEqual(openArchive(put(newFolder(), before)).lines);
      appendPull(folder, 5);
      expect(filesIn(folder)).toEqual(after);
    }
  });

  it('after any number of bytes has all its lines, once', () => {
    const folder = newFolder();
    const wanted = openArchive(put(newFolder(), after));
    // Letters of several bytes are among those that are cut through.
    for (let bytes = start; bytes <= whole.length; bytes += bytes < start + 250 ? 3 : 211) {
      put(folder, { ...before, '.pending.json': pending, 'events.jsonl': whole.subarray(0, bytes) });
      const { lines, last, problems } = openArchive(folder);
      expect({ lines, last, problems }, `cut at byte ${bytes}`).toEqual({
        lines: wanted.lines,
        last: wanted.last,
        problems: [],
      });
    }
  });

  it('is finished by the next, whether its plan has changed or not', () => {
    for (const bytes of [start, start + 1, start + 200, whole.length]) {
      const cut = { ...before, '.pending.json': pending, 'events.jsonl': whole.subarray(0, bytes) };
      const same = put(newFolder(), cut);
      appendPull(same, 5);
      appendPull(same, 6);
      expect(filesIn(same)).toEqual(next);
      const changed = put(newFolder(), cut);
      appendPull(changed, 6);
      expect(filesIn(changed)).toEqual(next);
    }
  });

  it('after the last plan was replaced has nothing left to do', () => {
    const folder = put(newFolder(), { ...after, '.pending.json': pending });
    appendPull(folder, 6);
    expect(filesIn(folder)).toEqual(next);
  });

  it('and then changed by hand loses no line and doubles none', () => {
    const damaged = before['events.jsonl']?.replace('\n', '\nnot a line\n') ?? '';
    const some = whole.subarray(start).toString().split('\n').slice(0, 2).join('\n');
    const shorter = before['events.jsonl']?.slice(0, 400) ?? '';
    for (const events of [`${damaged}${some}`, `${damaged}${some}\n`, shorter]) {
      const folder = put(newFolder(), { ...before, '.pending.json': pending, 'events.jsonl': events });
      const own = whole.subarray(start).toString().trim().split('\n');
      appendPull(folder, 6);
      const lines = readFileSync(join(folder, 'events.jsonl'), 'utf8').split('\n');
      expect(own.map((line) => lines.filter((each) => each === line).length)).toEqual(own.map(() => 1));
    }
  });
});

const CHILD = resolve(import.meta.dirname, '../helpers/archive-child.ts');
const PULLS = 400;

/** Pulls from a number on in a process of its own, and kills it some time after its first pull. @returns its last words */
function pullAndKill(folder: string, first: number, afterMs: number): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [CHILD, folder, `${first}`, `${PULLS}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), afterMs);
      said += chunk;
    });
    child.on('error', fail);
    child.on('close', () => done(said.trim().split('\n').at(-1) ?? ''));
  });
}

describe('a process killed at random moments, 60 times', () => {
  it('leaves what an undisturbed one does', async () => {
    const folder = newFolder();
    let pull = 0;
    let kills = 0;
    while (kills < 60) {
      const last = await pullAndKill(folder, pull, Math.random() * 40);
      if (last === 'end') break;
      kills += 1;
      pull = Number(last);
      expect(openArchive(folder).problems).toEqual([]);
    }
    expect(kills).toBe(60);
    // The plan that was being pulled is pulled again, as a schedule would.
    appendPull(folder, pull);
    expect(filesIn(folder)).toEqual(filesIn(undisturbed(pull)));
  }, 240_000);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openExcelByAddress } from '../../src/source/address/excel-by-address.ts';
import type { Kept } from '../../src/source/opened.ts';
import { startWorkbookServer, type WorkbookServer } from '../helpers/workbook-server.ts';
import { context, OTHER_WORKBOOK, SHORT, USUAL, WORKBOOK } from './address-fixtures.ts';
import { cellsOf } from './told.ts';

const ALL = Buffer.from(WORKBOOK);

let server: WorkbookServer;
let other: WorkbookServer;
beforeAll(async () => {
  server = await startWorkbookServer(WORKBOOK);
  other = await startWorkbookServer(OTHER_WORKBOOK);
});
afterAll(async () => {
  await server.close();
  await other.close();
});

const open = (path: string, watched = context()) =>
  openExcelByAddress(`${server.root}${path}`, watched, USUAL);
const last = (host = server) => host.received.at(-1);

describe('a workbook by its address', () => {
  it('is read as the file would be, and kept with what tells its version', async () => {
    const { book, kept, unchanged } = await open('/plans/plan.xlsx');
    expect(book).toMatchObject({ name: 'plan.xlsx', kind: 'excel' });
    expect(cellsOf(book.grids[0])).toEqual({ A1: 'number 1' });
    expect(kept?.bytes).toEqual(ALL);
    expect(kept?.validators).toEqual({ etag: '"v1"', lastModified: 'Thu, 01 Jan 2026 00:00:00 GMT' });
    expect(unchanged).toBe(false);
  });

  it('is asked for unpacked, and read packed all the same', async () => {
    server.reply({ body: WORKBOOK, gzip: true });
    expect((await open('/plan.xlsx')).kept?.bytes).toEqual(ALL);
    expect(last()?.headers['accept-encoding']).toBe('identity');
  });

  it('is asked for with blanks around the address, and without what follows #', async () => {
    await openExcelByAddress(` ${server.root}/plan.xlsx?a=1#sheet `, context(), USUAL);
    expect(last()?.path).toBe('/plan.xlsx?a=1');
  });

  it('is asked for at the address behind a share link', async () => {
    await open('/s/niKCpgZ4kWFefJM');
    expect(last()?.path).toBe('/s/niKCpgZ4kWFefJM/download');
  });
});

describe('a workbook that was read before', () => {
  const kept: Kept = { bytes: WORKBOOK, validators: { etag: '"v1"', lastModified: null } };

  it('is not sent again where it has not changed', async () => {
    const opened = await open('/plan.xlsx', context({}, kept));
    expect(opened).toMatchObject({ unchanged: true, book: { name: 'plan.xlsx' } });
    expect(cellsOf(opened.book.grids[0])).toEqual({ A1: 'number 1' });
    expect(opened.kept?.bytes).toBe(kept.bytes);
    // Validators that the answer tells on top of those kept are kept as well.
    expect(opened.kept?.validators).toEqual({ etag: '"v1"', lastModified: 'Thu, 01 Jan 2026 00:00:00 GMT' });
    expect(last()?.headers['if-none-match']).toBe('"v1"');
  });

  it('keeps what tells its version where the host does not say it again', async () => {
    server.reply({ status: 304 });
    const opened = await open('/plan.xlsx', context({}, kept));
    expect(opened).toMatchObject({ unchanged: true, kept: { validators: kept.validators } });
  });

  it('by its date alone', async () => {
    const dated = { ...kept, validators: { etag: null, lastModified: 'Thu, 01 Jan 2026 00:00:00 GMT' } };
    expect((await open('/plan.xlsx', context({}, dated))).unchanged).toBe(true);
    expect(last()?.headers).not.toHaveProperty('if-none-match');
  });

  it('is sent where it has changed', async () => {
    other.store(OTHER_WORKBOOK);
    const opened = await openExcelByAddress(`${other.root}/plan.xlsx`, context({}, kept), USUAL);
    expect(opened).toMatchObject({ unchanged: false, kept: { validators: { etag: '"v2"' } } });
    expect(cellsOf(opened.book.grids[0])).toEqual({ A1: 'number 2' });
  });

  it('is asked for anew where what was kept can no longer be read', async () => {
    const broken = { ...kept, bytes: WORKBOOK.subarray(0, 100) };
    const opened = await open('/plan.xlsx', context({}, broken));
    expect(opened.unchanged).toBe(false);
    expect(opened.kept?.bytes).toEqual(ALL);
  });

  it('is asked for whatever its version where that was lost or is no header', async () => {
    const odd = { ...kept, validators: { etag: 'a\nb', lastModified: null } };
    expect((await open('/plan.xlsx', context({}, odd))).unchanged).toBe(false);
  });
});

describe('redirects', () => {
  it.each([301, 302, 303, 307, 308])('%i leads to the workbook', async (status) => {
    server.reply({ status, headers: { location: 'elsewhere/other.xlsx' } });
    expect((await open('/plans/plan.xlsx')).book.name).toBe('plan.xlsx');
    expect(last()?.path).toBe('/plans/elsewhere/other.xlsx');
  });

  it('lead to another host, with what tells the version', async () => {
    const kept: Kept = { bytes: WORKBOOK, validators: { etag: '"v9"', lastModified: null } };
    server.reply({ status: 302, headers: { location: `${other.rootByName}/plan.xlsx` } });
    const opened = await open('/plan.xlsx', context({}, kept));
    expect(cellsOf(opened.book.grids[0])).toEqual({ A1: 'number 2' });
    expect(last(other)?.headers['if-none-match']).toBe('"v9"');
  });

  it('hand back the cookies of a host to that host alone', async () => {
    server.reply(
      { status: 302, headers: { location: '/second', 'set-cookie': ['pass=a=b; Path=/; HttpOnly', 'n=1'] } },
      { status: 302, headers: { location: `${other.root}/third` } },
    );
    other.reply({ status: 302, headers: { location: `${server.root}/fourth` } });
    await open('/plan.xlsx');
    expect(server.received.slice(-3).map(({ headers }) => headers.cookie)).toEqual([
      undefined,
      'pass=a=b; n=1',
      'pass=a=b; n=1',
    ]);
    expect(last(other)?.headers.cookie).toBeUndefined();
  });

  it('are followed ten times', async () => {
    for (let left = 10; left > 0; left--) server.reply({ status: 302, headers: { location: `/${left}` } });
    expect((await open('/plan.xlsx')).unchanged).toBe(false);
  });

  it('keep names that are written as they are', async () => {
    const location = Buffer.from('/pläne/plan.xlsx').toString('latin1');
    server.reply({ status: 302, headers: { location } });
    await open('/plan.xlsx');
    expect(last()?.path).toBe('/pl%C3%A4ne/plan.xlsx');
  });
});

describe('what passes by itself is tried again', () => {
  it.each([429, 408, 500, 502, 503, 504])('%i', async (status) => {
    const watched = context();
    server.reply({ status }, { status });
    expect((await open('/plan.xlsx', watched)).book.name).toBe('plan.xlsx');
    expect(watched.waits).toEqual([500, 1_000]);
  });

  it('a connection cut in the middle', async () => {
    const watched = context();
    server.reply({ body: WORKBOOK, cutAfter: 100 }, { body: WORKBOOK, cutAfter: 0 });
    expect((await open('/plan.xlsx', watched)).kept?.bytes).toEqual(ALL);
    expect(watched.waits).toHaveLength(2);
  });

  it('a packed answer that ends too early', async () => {
    server.reply({ body: WORKBOOK, gzip: true, cutAfter: 100 });
    expect((await open('/plan.xlsx')).kept?.bytes).toEqual(ALL);
  });

  it('a host that is silent, and one that drips', async () => {
    const watched = context();
    server.reply({ silent: true }, { body: WORKBOOK, drip: true });
    const opened = await openExcelByAddress(`${server.root}/plan.xlsx`, watched, SHORT);
    expect(opened.book.name).toBe('plan.xlsx');
    expect(watched.waits).toHaveLength(2);
  });

  it('and not before the host asks to', async () => {
    const watched = context();
    server.reply({ status: 429, headers: { 'retry-after': '17' } });
    server.reply({ status: 503, headers: { 'retry-after': 'Sun, 01 Mar 2026 12:00:40 GMT' } });
    await open('/plan.xlsx', watched);
    expect(watched.waits).toEqual([17_000, 23_000]);
  });
});

describe('progress', () => {
  it('tells what is waited for, and why it is asked again', async () => {
    const watched = context();
    server.reply({ status: 503 });
    await open('/plan.xlsx?key=secret', watched);
    const host = server.root.replace('http://', '');
    expect(watched.told).toEqual([
      `waiting for ${host}`,
      `${host} failed (503); trying again in 1 s`,
      `waiting for ${host}`,
    ]);
  });

  it('tells how much has come, at most once a second', async () => {
    // Each look at the clock is 0.4 s later, and each piece that comes is one look or two.
    const watched = context({}, null, 400);
    const body = Buffer.alloc(3 * 2 ** 20, 'x');
    server.reply({ body });
    await open('/plan.csv', watched).catch(() => undefined);
    const sizes = watched.told.filter((line) => line.endsWith('MB'));
    expect(sizes.length).toBeGreaterThan(2);
    expect(sizes.every((line) => /^127\.0\.0\.1:\d+: \d\.\d of 3\.0 MB$/.test(line))).toBe(true);
    const packed = context({}, null, 400);
    server.reply({ body: Buffer.from(Array.from({ length: 2 ** 20 }, (_, i) => (i * i) >> 5)), gzip: true });
    await open('/plan.csv', packed).catch(() => undefined);
    expect(packed.told.filter((line) => line.endsWith('MB')).join()).toMatch(/: \d\.\d MB/);
    expect(packed.told.join()).not.toContain(' of ');
    const still = context();
    server.reply({ body });
    await open('/plan.csv', still).catch(() => undefined);
    expect(still.told).toHaveLength(1);
  });
});

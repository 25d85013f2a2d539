import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openExcelByAddress } from '../../src/source/address/excel-by-address.ts';
import { type Reply, startWorkbookServer, type WorkbookServer } from '../helpers/workbook-server.ts';
import { context, everythingIn, faultOf, SHORT, USUAL, WORKBOOK } from './address-fixtures.ts';

const TOKEN = 'tok3n-of-the-bearer';
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

let server: WorkbookServer;
let other: WorkbookServer;
beforeAll(async () => {
  server = await startWorkbookServer(WORKBOOK);
  other = await startWorkbookServer(WORKBOOK);
});
afterAll(async () => {
  await server.close();
  await other.close();
});

const hostOf = (root: string) => root.replace('http://', '');
const sent = (host: WorkbookServer) => host.received.at(-1)?.headers.authorization;
const tokenFor = (...roots: readonly string[]) => ({
  MILEPOST_SOURCE_TOKEN: TOKEN,
  MILEPOST_SOURCE_HOST: roots.map(hostOf).join(', '),
});

describe('credentials', () => {
  it('a token goes to the host that it is for, in capitals or not', async () => {
    await openExcelByAddress(`${server.root}/plan.xlsx`, context(tokenFor(server.root)), USUAL);
    expect(sent(server)).toBe(`Bearer ${TOKEN}`);
    const named = { ...tokenFor(server.rootByName.replace('localhost', 'LOCALHOST')) };
    await openExcelByAddress(`${server.rootByName}/plan.xlsx`, context(named), USUAL);
    expect(sent(server)).toBe(`Bearer ${TOKEN}`);
  });

  it('a user name and a password go as basic credentials', async () => {
    const env = {
      MILEPOST_SOURCE_USER: 'änne',
      MILEPOST_SOURCE_PASSWORD: 'pass: word ',
      MILEPOST_SOURCE_HOST: hostOf(server.root),
    };
    await openExcelByAddress(`${server.root}/plan.xlsx`, context(env), USUAL);
    expect(sent(server)).toBe(basic('änne:pass: word '));
  });

  it('those of an address count before others, and go to its host alone', async () => {
    const address = server.root.replace('http://', 'http://ann%40x:p%2Fw@');
    server.reply({ status: 302, headers: { location: `${other.root}/plan.xlsx` } });
    await openExcelByAddress(`${address}/plan.xlsx`, context(tokenFor(server.root)), USUAL);
    expect(sent(server)).toBe(basic('ann@x:p/w'));
    expect(sent(other)).toBeUndefined();
  });

  it('none goes to another host, another port or another name of the host', async () => {
    const watched = context(tokenFor(server.root));
    await openExcelByAddress(`${other.root}/plan.xlsx`, watched, USUAL);
    expect(sent(other)).toBeUndefined();
    await openExcelByAddress(`${server.rootByName}/plan.xlsx`, watched, USUAL);
    expect(sent(server)).toBeUndefined();
  });

  it.each(['root', 'rootByName'] as const)(
    'none goes along a redirect to another host (%s)',
    async (root) => {
      server.reply({ status: 302, headers: { location: `${other[root]}/plan.xlsx` } });
      await openExcelByAddress(`${server.root}/plan.xlsx`, context(tokenFor(server.root)), USUAL);
      expect(server.received.at(-1)?.headers.authorization).toBe(`Bearer ${TOKEN}`);
      expect(sent(other)).toBeUndefined();
    },
  );

  it('a token for both hosts goes to both, and back', async () => {
    server.reply({ status: 302, headers: { location: `${other.root}/plan.xlsx` } });
    await openExcelByAddress(`${server.root}/plan.xlsx`, context(tokenFor(server.root, other.root)), USUAL);
    expect(sent(other)).toBe(`Bearer ${TOKEN}`);
  });

  it('credentials in a redirect are not used', async () => {
    const location = `${other.root.replace('http://', 'http://eve:evil@')}/plan.xlsx`;
    server.reply({ status: 302, headers: { location } });
    await openExcelByAddress(`${server.root}/plan.xlsx`, context(), USUAL);
    expect(sent(other)).toBeUndefined();
  });

  it('none goes over http to a host that is not this computer', async () => {
    const env = { MILEPOST_SOURCE_TOKEN: TOKEN, MILEPOST_SOURCE_HOST: 'cloud.example' };
    for (const fault of [
      await faultOf(openExcelByAddress('http://cloud.example/plan.xlsx', context(env), USUAL)),
      await faultOf(openExcelByAddress('http://ann:pw@cloud.example/plan.xlsx', context(), USUAL)),
    ]) {
      expect(fault).toMatchObject({ code: 'address-not-encrypted', kind: 'usage' });
    }
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['a token for no host', { MILEPOST_SOURCE_TOKEN: TOKEN }, /MILEPOST_SOURCE_HOST=127\.0\.0\.1/],
    [
      'a user for no host',
      { MILEPOST_SOURCE_USER: 'ann', MILEPOST_SOURCE_HOST: ' ' },
      /MILEPOST_SOURCE_HOST=/,
    ],
    [
      'a token and a user',
      { MILEPOST_SOURCE_TOKEN: TOKEN, MILEPOST_SOURCE_USER: 'ann', MILEPOST_SOURCE_HOST: 'a.example' },
      /delete the other/,
    ],
    ['a password alone', { MILEPOST_SOURCE_PASSWORD: TOKEN }, /MILEPOST_SOURCE_USER/],
    [
      'a token with more around it',
      { MILEPOST_SOURCE_TOKEN: `Bearer ${TOKEN}`, MILEPOST_SOURCE_HOST: 'a.example' },
      /Bearer/,
    ],
    ['an address as host', { MILEPOST_SOURCE_HOST: 'https://a.example' }, /https/],
    ['a path as host', { MILEPOST_SOURCE_HOST: 'a.example/plans' }, /paths/],
    ['credentials as host', { MILEPOST_SOURCE_HOST: 'u:p@a.example' }, /https/],
  ])('%s is a fault of the settings', async (_, env, fix) => {
    const before = server.received.length;
    const fault = await faultOf(openExcelByAddress(`${server.root}/plan.xlsx`, context(env), USUAL));
    expect(fault).toMatchObject({ code: 'address-credentials', kind: 'usage' });
    expect(fault.fix).toMatch(fix);
    expect(everythingIn(fault)).not.toContain(TOKEN);
    expect(server.received).toHaveLength(before);
  });

  it('that are refused are told from those that were not sent', async () => {
    server.reply({ status: 401 }, { status: 403 });
    const env = tokenFor(server.root);
    expect((await faultOf(openExcelByAddress(`${server.root}/a`, context(env), USUAL))).why).toMatch(
      /token was sent, and not accepted/,
    );
    expect((await faultOf(openExcelByAddress(`${server.root}/a`, context(env), USUAL))).why).toMatch(
      /token was sent, and may not read it/,
    );
    server.reply({ status: 401 });
    const elsewhere = tokenFor(other.root);
    expect((await faultOf(openExcelByAddress(`${server.root}/a`, context(elsewhere), USUAL))).why).toMatch(
      /MILEPOST_SOURCE_TOKEN was not sent, because/,
    );
  });
});

describe('no secret comes out', () => {
  const SECRETS = [
    TOKEN,
    'k3y-of-the-query',
    'pa55word',
    'p%2F5',
    'us3r',
    'c00kie',
    'n3xt-key',
    's3gment-of-a-share-link',
    Buffer.from('us3r:pa55word').toString('base64'),
  ];
  const page = '<html><body>n3xt-key k3y-of-the-query</body></html>';
  const location = (root: string) => `${root.replace('http://', 'http://us3r:pa55word@')}/x?key=n3xt-key`;

  it.each<[string, () => readonly Reply[]]>([
    ['a workbook', () => []],
    ['a login page', () => [{ status: 302, headers: { location: '/login?key=n3xt-key' } }, { body: page }]],
    ['another page', () => [{ body: page }]],
    ['401', () => [{ status: 401, headers: { 'www-authenticate': 'Bearer realm="k3y-of-the-query"' } }]],
    ['403', () => [{ status: 403, body: page }]],
    ['404', () => [{ status: 404 }]],
    ['503 and a workbook', () => [{ status: 503 }]],
    ['a broken connection and a workbook', () => [{ body: WORKBOOK, cutAfter: 10 }]],
    ['silence and a workbook', () => [{ silent: true }]],
    ['a redirect and 404', () => [{ status: 302, headers: { location: location(other.root) } }]],
    ['a redirect nowhere', () => [{ status: 302, headers: { location: 'ftp://us3r:pa55word@x/n3xt-key' } }]],
    ['a redirect to nobody', () => [{ status: 302, headers: { location: location('http://127.0.0.1:1') } }]],
    ['an odd port', () => [{ status: 302, headers: { location: location('http://127.0.0.1:6000') } }]],
    ['too large', () => [{ body: 'PK', contentLength: 2 ** 30 }]],
    ['damaged', () => [{ body: WORKBOOK.subarray(0, 300) }]],
    ['text', () => [{ body: 'a,b\n' }]],
    ['nothing', () => [{ body: '' }]],
  ])('%s', async (_, replies) => {
    other.replyAt('/x?key=n3xt-key', { status: 404 });
    const env = tokenFor(server.root, other.root);
    const addresses = [
      `${server.root.replace('http://', 'http://us3r:pa55word@')}/plans/plan.xlsx?key=k3y-of-the-query`,
      `${server.root}/s3gment-of-a-share-link?key=k3y-of-the-query`,
    ];
    for (const address of addresses) {
      const watched = context(env);
      const set = replies().map((reply) => ({
        ...reply,
        headers: { ...reply.headers, 'set-cookie': 'session=c00kie' },
      }));
      server.reply(...set);
      const outcome: unknown = await openExcelByAddress(address, watched, { ...SHORT, total: 9_000 }).then(
        ({ book, kept }) => ({ book, validators: kept?.validators }),
        (error: unknown) => error,
      );
      const everything = `${everythingIn(outcome)}\n${watched.told.join('\n')}`;
      expect(everything.length).toBeGreaterThan(20);
      expect(SECRETS.filter((secret) => everything.includes(secret))).toEqual([]);
    }
  });

  it('and what looks for them would find one', () => {
    const error = new Error('a', { cause: { list: [new Map(), { deep: `x${TOKEN}x` }] } });
    expect(everythingIn(error)).toContain(TOKEN);
    expect(everythingIn(new Error(TOKEN))).toContain(TOKEN);
  });
});

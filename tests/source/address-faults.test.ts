import { createServer } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openExcelByAddress } from '../../src/source/address/excel-by-address.ts';
import { networkFailure } from '../../src/source/address/network-failure.ts';
import { selfSigned } from '../helpers/certificate.ts';
import { type Reply, startWorkbookServer, type WorkbookServer } from '../helpers/workbook-server.ts';
import { context, faultOf, SHORT, USUAL, WORKBOOK } from './address-fixtures.ts';
import { zip } from './hand-made.ts';

const MIB = 2 ** 20;
const LOGIN = '<!doctype html><title>Welcome</title><form><input name=p type="password"></form>';

let server: WorkbookServer;
beforeAll(async () => {
  server = await startWorkbookServer(WORKBOOK);
});
afterAll(() => server.close());

/** The fault of a host that answers like this each time. */
async function faultAfter(reply: Reply, path = '/plans/plan.xlsx', env = {}) {
  server.replyAt(path, reply);
  const fault = await faultOf(openExcelByAddress(`${server.root}${path}`, context(env), USUAL));
  expect(fault.what).toMatch(/^[A-Z“1].*\.$/s);
  expect(fault.why).toMatch(/^[A-Z“1].*\.$/s);
  expect(fault.fix).toMatch(/^[A-Z“].*\.$/s);
  return fault;
}

describe('an answer that is no workbook', () => {
  it.each<[number, string, RegExp, RegExp]>([
    [401, 'address-unauthorized', /“plan\.xlsx”.*401/, /anyone may open.*MILEPOST_SOURCE_TOKEN/],
    [403, 'address-forbidden', /“plan\.xlsx”.*403/, /anyone may open/],
    [404, 'address-gone', /no workbook.*404/, /copy the link again/],
    [410, 'address-gone', /no workbook.*410/, /copy the link again/],
    [429, 'address-too-often', /429/, /few minutes/],
    [408, 'address-host-failed', /408/, /later/],
    [500, 'address-host-failed', /500/, /later/],
    [503, 'address-host-failed', /503/, /later/],
    [204, 'address-answer', /204/, /browser/],
    [304, 'address-answer', /304/, /browser/],
    [418, 'address-answer', /418/, /browser/],
  ])('%i', async (status, code, what, fix) => {
    const fault = await faultAfter({ status }, `/${status}/plan.xlsx`);
    expect(fault).toMatchObject({ code, kind: 'unreachable' });
    expect(fault.what).toMatch(what);
    expect(fault.fix).toMatch(fix);
  });

  it('nothing at all', async () => {
    expect(await faultAfter({ body: '' }, '/empty.xlsx')).toMatchObject({
      code: 'address-empty',
      kind: 'unreachable',
    });
  });

  it('a login page, here or where the host sends to', async () => {
    const here = await faultAfter({ body: LOGIN }, '/entry.xlsx');
    expect(here).toMatchObject({ code: 'address-login', kind: 'unreachable' });
    expect(here.what).toContain('127.0.0.1');
    server.replyAt('/auth/login?back=plan', { body: '<html><body>Hello</body></html>' });
    const there = await faultAfter(
      { status: 302, headers: { location: `${server.rootByName}/auth/login?back=plan` } },
      '/away.xlsx',
    );
    expect(there).toMatchObject({ code: 'address-login' });
    expect(there.what).toContain('login page of localhost');
    expect(there.why).toContain('127.0.0.1');
    expect(there.fix).toContain('anyone may open');
  });

  it('any other page', async () => {
    const fault = await faultAfter(
      { body: '<html><title>Preview</title><p>Big type=password</p></html>' },
      '/page',
    );
    expect(fault).toMatchObject({ code: 'address-page', kind: 'unreachable' });
    expect(fault.what).toContain('in place of the workbook');
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    const bare = await faultAfter({ body: 'Sorry, too many people look at this file.', headers }, '/bare');
    expect(bare).toMatchObject({ code: 'address-page' });
  });

  it('a workbook that is sent as a page is read', async () => {
    server.replyAt('/odd-type.xlsx', { body: WORKBOOK, headers: { 'content-type': 'text/html' } });
    const { book } = await openExcelByAddress(`${server.root}/odd-type.xlsx`, context(), USUAL);
    expect(book.name).toBe('odd-type.xlsx');
  });

  it.each<[string, string, Uint8Array]>([
    ['CSV', 'text-file', Buffer.from('Goal,Due\n')],
    ['a document', 'other-office', zip({ 'word/document.xml': '<w/>' })],
    ['a workbook that ends too early', 'cut-short', WORKBOOK.subarray(0, 400)],
  ])('%s is told as it is of a file', async (_, code, body) => {
    const fault = await faultAfter(
      { body, headers: { 'content-disposition': 'attachment; filename="Our plan.xlsx"' } },
      `/${code}`,
    );
    expect(fault).toMatchObject({ code, kind: 'plan' });
    expect(fault.what).toContain('“Our plan.xlsx”');
  });

  it('too large by what it says, and by what comes', async () => {
    const said = await faultAfter({ body: 'PK', contentLength: 101 * MIB }, '/said.xlsx');
    expect(said).toMatchObject({ code: 'too-large', what: '“said.xlsx” is too large to be a plan.' });
    const came = await faultAfter({ body: Buffer.alloc(101 * MIB), gzip: true }, '/came.xlsx');
    expect(came).toMatchObject({ code: 'too-large', kind: 'plan' });
  });
});

describe('redirects', () => {
  const away = (location: string): Reply => ({ status: 302, headers: { location } });

  it.each([
    ['in a circle', '/circle.xlsx', /circle/],
    ['nowhere', '', /no web address/],
    ['to a file', 'file:///etc/passwd', /no web address/],
    ['to an odd address', 'https://[', /no web address/],
  ])('%s', async (_, location, what) => {
    const reply = location === '' ? { status: 302 } : away(location);
    const fault = await faultAfter(reply, location.startsWith('/') ? location : '/odd.xlsx');
    expect(fault).toMatchObject({ code: 'address-redirect', kind: 'unreachable' });
    expect(fault.what).toMatch(what);
  });

  it('more than ten times', async () => {
    const path = (n: number) => `/many/${n}.xlsx?secret=${n}`;
    for (let n = 0; n <= 10; n++) server.replyAt(path(n), away(path(n + 1)));
    const fault = await faultOf(openExcelByAddress(`${server.root}${path(0)}`, context(), USUAL));
    expect(fault.what).toMatch(/more than 10 times/);
    expect(server.received.filter(({ path: each }) => each.startsWith('/many/'))).toHaveLength(11);
  });
});

describe('a host that does not answer', () => {
  it('in time', async () => {
    server.replyAt('/silent.xlsx', { silent: true });
    const patience = { ...SHORT, total: 100 };
    const fault = await faultOf(openExcelByAddress(`${server.root}/silent.xlsx`, context(), patience));
    expect(fault).toMatchObject({ code: 'address-time-out', kind: 'unreachable' });
    expect(fault.what).toContain('did not answer in a second');
  });

  it('with all of it in time', async () => {
    server.replyAt('/drip.xlsx', { body: WORKBOOK, drip: true });
    const patience = { ...SHORT, total: 100 };
    const fault = await faultOf(openExcelByAddress(`${server.root}/drip.xlsx`, context(), patience));
    expect(fault.what).toContain('did not send all of “drip.xlsx”');
  });

  it('to the end', async () => {
    server.replyAt('/cut.xlsx', { body: WORKBOOK, cutAfter: 200 });
    const watched = context();
    const fault = await faultOf(openExcelByAddress(`${server.root}/cut.xlsx`, watched, USUAL));
    expect(fault).toMatchObject({ code: 'address-cut-off', kind: 'unreachable' });
    expect(watched.waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(USUAL.total);
    expect(watched.waits.length).toBeGreaterThan(5);
  });

  it('because nobody listens there', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const address = closed.address();
    await new Promise((resolve) => closed.close(resolve));
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    for (const host of ['127.0.0.1', 'localhost']) {
      const watched = context();
      const fault = await faultOf(openExcelByAddress(`http://${host}:${port}/plan.xlsx`, watched, USUAL));
      expect(fault).toMatchObject({ code: 'address-refused', kind: 'unreachable' });
      expect(fault.what).toContain(`${host}:${port}`);
      expect(watched.waits.length).toBeGreaterThan(1);
    }
  });

  it('because there is none of that name', async () => {
    const watched = context();
    const error = Object.assign(new TypeError('fetch failed'), {
      cause: Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' }),
    });
    const asked = { host: 'plan.example', file: '“plan.xlsx”', sharing: 'Share it.' };
    expect(networkFailure(error, 'plan.example', asked)).toMatchObject({
      retry: null,
      fault: { code: 'address-no-host', kind: 'unreachable', what: 'There is no host called plan.example.' },
    });
    expect(watched.waits).toEqual([]);
  });

  it.each<[string, string, boolean]>([
    ['EAI_AGAIN', 'address-network', true],
    ['ECONNRESET', 'address-network', true],
    ['UND_ERR_CONNECT_TIMEOUT', 'address-network', true],
    ['ECONNREFUSED', 'address-refused', true],
    ['EPROTO', 'address-certificate', false],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'address-certificate', false],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'address-certificate', false],
    ['CERT_NOT_YET_VALID', 'address-certificate', false],
    ['EWHATEVER', 'address-network', false],
  ])('%s', (code, expected, again) => {
    const asked = { host: 'plan.example', file: '“plan.xlsx”', sharing: 'Share it.' };
    const cause = new AggregateError([Object.assign(new Error('a'), { code })]);
    const failure = networkFailure(new TypeError('fetch failed', { cause }), 'plan.example', asked);
    expect(failure.fault).toMatchObject({ code: expected, kind: 'unreachable' });
    expect(failure.retry !== null).toBe(again);
  });

  it('with https, because it speaks http alone', async () => {
    const fault = await faultOf(
      openExcelByAddress(`${server.root.replace('http:', 'https:')}/plan.xlsx`, context(), USUAL),
    );
    expect(fault.code).toBe('address-certificate');
  });
});

describe('certificates', () => {
  const year = (n: number) => new Date(Date.UTC(n, 0, 1));
  const usual = getCACertificates('default');
  afterAll(() => setDefaultCACertificates(usual));

  it('that nobody vouches for', async () => {
    const secure = await startWorkbookServer(WORKBOOK, selfSigned(year(2020), year(2049)));
    const watched = context();
    const fault = await faultOf(openExcelByAddress(`${secure.root}/plan.xlsx`, watched, USUAL));
    expect(fault).toMatchObject({ code: 'address-certificate', kind: 'unreachable' });
    expect(fault.why).toContain('self-signed');
    expect(fault.fix).toContain('NODE_EXTRA_CA_CERTS');
    expect(watched.waits).toEqual([]);
    await secure.close();
  });

  it.each([
    ['that have run out', selfSigned(year(2020), year(2021)), /run out/],
    ['for other names', selfSigned(year(2020), year(2049), ['plan.example']), /other names/],
  ])('%s', async (_, certificate, why) => {
    setDefaultCACertificates([...usual, certificate.cert]);
    const secure = await startWorkbookServer(WORKBOOK, certificate);
    const fault = await faultOf(openExcelByAddress(`${secure.root}/plan.xlsx`, context(), USUAL));
    expect(fault.why).toMatch(why);
    expect(fault.fix).toContain('renew');
    await secure.close();
  });

  it('that are trusted let the workbook through, and no redirect to http', async () => {
    const certificate = selfSigned(year(2020), year(2049));
    setDefaultCACertificates([...usual, certificate.cert]);
    const secure = await startWorkbookServer(WORKBOOK, certificate);
    const { book } = await openExcelByAddress(`${secure.root}/plan.xlsx`, context(), USUAL);
    expect(book.name).toBe('plan.xlsx');
    secure.reply({ status: 302, headers: { location: `${server.root}/plan.xlsx` } });
    const before = server.received.length;
    const fault = await faultOf(openExcelByAddress(`${secure.root}/plan.xlsx`, context(), USUAL));
    expect(fault).toMatchObject({
      code: 'address-redirect',
      what: expect.stringContaining('without encryption'),
    });
    expect(server.received).toHaveLength(before);
    await secure.close();
  });
});

it.each(['ftp://example.org/plan.xlsx', 'https://', 'plan.xlsx', 'https://exa mple.org/p'])(
  '%s is no address',
  async (text) => {
    const fault = await faultOf(openExcelByAddress(text, context(), USUAL));
    expect(fault).toMatchObject({ code: 'address-invalid', kind: 'usage' });
  },
);

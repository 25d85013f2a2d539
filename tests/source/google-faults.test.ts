import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PATIENCE } from '../../src/source/patience.ts';
import { attempt, credentialFile, environment, SHEET_ID } from '../helpers/google-pull.ts';
import {
  errorInfo,
  type GoogleServer,
  googleError,
  type Mishap,
  startGoogleServer,
} from '../helpers/google-server.ts';
import { type Resource, spreadsheetOf } from '../helpers/google-spreadsheet.ts';
import {
  ACCOUNT,
  ACT_FOR_URL,
  API_KEY,
  KEY_FILE,
  POOL_PROVIDER,
  USER_FILE,
  workflowFile,
} from '../helpers/google-tokens.ts';
import { book, sheet } from '../helpers/grids.ts';

type Env = Readonly<Record<string, string | undefined>>;

const SPREADSHEET = spreadsheetOf(book([sheet('Goals', [['G1']])]), SHEET_ID);

let server: GoogleServer;
let byKeyFile: Env;
let byUser: Env;
let byApiKey: Env;
let byWorkflow: Env;

function byFile(content: unknown): Env {
  return environment(server, { GOOGLE_APPLICATION_CREDENTIALS: credentialFile(content) });
}

beforeAll(async () => {
  server = await startGoogleServer();
  byKeyFile = byFile(KEY_FILE);
  byUser = byFile(USER_FILE);
  byApiKey = environment(server, { MILEPOST_GOOGLE_API_KEY: API_KEY });
  byWorkflow = byFile(workflowFile(server.url));
});
beforeEach(() => {
  server.seen.length = 0;
  server.mishaps.length = 0;
  server.tokens.keyDeleted = false;
  server.tokens.now = () => Date.now();
  server.served.set(SHEET_ID, { spreadsheet: SPREADSHEET, sharedWith: [ACCOUNT] });
});
afterAll(() => server.close());

const apiCalls = () => server.paths().filter((path) => path.startsWith('/v4/')).length;
const tokenCalls = () => server.paths().length - apiCalls();

/** What Google answers in place of the sheet, once: such answers are not asked for again. */
function refuse(code: number, status: string, message: string, details?: readonly Resource[]): void {
  server.mishaps.push({ at: 'api', ...googleError(code, status, message, details) });
}

describe('Google refuses to show a sheet', () => {
  it('that is not shared: says with whom to share it', async () => {
    server.served.set(SHEET_ID, { spreadsheet: SPREADSHEET, sharedWith: [] });
    const { fault } = await attempt(byKeyFile);
    expect(fault).toMatchObject({ code: 'google-not-shared', kind: 'unreachable' });
    expect(fault?.fix).toBe(`Open the sheet, choose Share, add ${ACCOUNT} as “Viewer”, and try again.`);
    expect(apiCalls()).toBe(1);
    expect((await attempt(byWorkflow)).fault?.fix).toContain(`add ${ACCOUNT} as`);
    expect((await attempt(byUser)).fault?.what).toContain('the account that you signed in with');
  });

  it('that is not open, to an API key', async () => {
    const { fault } = await attempt(byApiKey);
    expect(fault).toMatchObject({ code: 'google-not-shared', kind: 'unreachable' });
    expect(fault?.fix).toMatch(/General access.*Anyone with the link.*Viewer/);
  });

  it('that does not exist', async () => {
    server.served.clear();
    const { fault } = await attempt(byKeyFile);
    expect(fault).toMatchObject({ code: 'google-not-found', kind: 'unreachable' });
    expect(fault?.what).toContain(SHEET_ID);
  });

  it('that is an Office file in Drive: says how to convert it, and how to read it as it is', async () => {
    server.served.set(SHEET_ID, { spreadsheet: SPREADSHEET, sharedWith: [ACCOUNT], office: true });
    const { fault } = await attempt(byKeyFile);
    expect(fault).toMatchObject({ code: 'google-not-a-sheet', kind: 'usage' });
    expect(fault?.fix).toMatch(/File, Save as Google Sheets.*export\?format=xlsx/);
  });

  it('that has no cells', async () => {
    const sheets = [{ properties: { sheetId: 3, title: 'Chart', sheetType: 'OBJECT' } }];
    server.served.set(SHEET_ID, { spreadsheet: { ...SPREADSHEET, sheets }, sharedWith: [ACCOUNT] });
    expect((await attempt(byKeyFile)).fault).toMatchObject({ code: 'no-sheets', kind: 'plan' });
  });

  it('of a project without the API: says where to enable it', async () => {
    const activationUrl =
      'https://console.developers.google.com/apis/api/sheets.googleapis.com/overview?project=7';
    const off = (url: string) =>
      refuse(403, 'PERMISSION_DENIED', 'Google Sheets API has not been used in project 7 before', [
        errorInfo('SERVICE_DISABLED', {
          activationUrl: url,
          serviceTitle: 'Google Sheets API',
          consumer: 'projects/7',
        }),
      ]);
    off(activationUrl);
    const { fault } = await attempt(byKeyFile);
    expect(fault).toMatchObject({ code: 'google-api-off', kind: 'unreachable' });
    expect(fault?.fix).toContain(`Open ${activationUrl}, choose Enable`);
    off('https://evil.example.com/');
    expect((await attempt(byKeyFile)).fault?.fix).toContain('console.cloud.google.com/apis/library/sheets');
  });

  it.each([
    [
      401,
      'UNAUTHENTICATED',
      'Request had invalid authentication credentials.',
      '',
      'google-sign-in',
      /clock/,
    ],
    [
      403,
      'PERMISSION_DENIED',
      'insufficient scopes',
      'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
      'google-scope',
      /README/,
    ],
    [403, 'PERMISSION_DENIED', 'Blocked by policy.', 'SECURITY_POLICY_VIOLATED', 'google-refused', /proxy/],
    [418, 'TEAPOT', 'I am a teapot.', '', 'google-refused', /proxy/],
  ])('HTTP %i %s %s', async (code, status, message, reason, faultCode, fix) => {
    refuse(code, status, message, reason === '' ? undefined : [errorInfo(reason)]);
    const { fault } = await attempt(byKeyFile);
    expect(fault).toMatchObject({ code: faultCode, kind: 'unreachable' });
    expect(fault?.fix).toMatch(fix);
    expect(apiCalls()).toBe(1);
  });

  it('to a user without a project or a scope: says what to run', async () => {
    refuse(403, 'PERMISSION_DENIED', 'The API requires a quota project, which is not set by default.', [
      errorInfo('SERVICE_DISABLED'),
    ]);
    expect((await attempt(byUser)).fault?.fix).toContain('gcloud auth application-default set-quota-project');
    refuse(403, 'PERMISSION_DENIED', 'no scope', [errorInfo('ACCESS_TOKEN_SCOPE_INSUFFICIENT')]);
    expect((await attempt(byUser)).fault?.fix).toContain('--scopes=openid,');
  });

  it.each([
    [400, 'INVALID_ARGUMENT', 'API_KEY_INVALID', /Show key/],
    [403, 'PERMISSION_DENIED', 'API_KEY_SERVICE_BLOCKED', /API restrictions/],
    [403, 'PERMISSION_DENIED', 'API_KEY_HTTP_REFERRER_BLOCKED', /Application restrictions/],
    [403, 'PERMISSION_DENIED', 'API_KEY_IP_ADDRESS_BLOCKED', /Application restrictions/],
  ])('to an API key: %i %s %s', async (code, status, reason, fix) => {
    refuse(code, status, 'no', [errorInfo(reason)]);
    const { fault } = await attempt(byApiKey);
    expect(fault).toMatchObject({ code: 'google-api-key', kind: 'unreachable' });
    expect(fault?.fix).toMatch(fix);
  });

  it('to an API key with a slip', async () => {
    const env = environment(server, { MILEPOST_GOOGLE_API_KEY: 'AIzaSlip' });
    expect((await attempt(env)).fault).toMatchObject({ code: 'google-api-key' });
  });

  it('in words of a proxy, which are not passed on', async () => {
    server.mishaps.push({ at: 'api', status: 407, body: '<html>Log in, token=abc</html>' });
    const { fault } = await attempt(byKeyFile);
    expect(fault).toMatchObject({ code: 'google-refused' });
    expect(fault?.message).not.toContain('token=abc');
  });
});

describe('Google refuses to sign in', () => {
  it('with a key that was deleted', async () => {
    server.tokens.keyDeleted = true;
    const { fault } = await attempt(byKeyFile);
    expect(fault).toMatchObject({ code: 'google-sign-in', kind: 'unreachable' });
    expect(fault?.what).toContain(ACCOUNT);
    expect(fault?.fix).toMatch(/Add key, Create new key, JSON/);
    expect(server.paths()).toEqual(['/token']);
  });

  it('with a key of nobody', async () => {
    const { fault } = await attempt(byFile({ ...KEY_FILE, client_email: 'gone@example.com' }));
    expect(fault).toMatchObject({ code: 'google-sign-in' });
  });

  it.each([[-3 * 3_600_000], [3 * 3_600_000]])('when the clock is wrong by %i ms', async (shift) => {
    server.tokens.now = () => Date.now() + shift;
    expect((await attempt(byKeyFile)).fault?.fix).toMatch(/Set the clock/);
  });

  it('with what gcloud left when it has expired', async () => {
    const { fault } = await attempt(byFile({ ...USER_FILE, refresh_token: 'old' }));
    expect(fault).toMatchObject({ code: 'google-sign-in' });
    expect(fault?.fix).toContain('gcloud auth application-default login');
  });

  it('from a workflow that the provider does not know', async () => {
    const audience = POOL_PROVIDER.replace('github', 'other');
    const { fault } = await attempt(byFile(workflowFile(server.url, { audience })));
    expect(fault).toMatchObject({ code: 'google-sign-in', kind: 'unreachable' });
    expect(fault?.fix).toContain('attribute condition');
    expect(server.paths()).toEqual(['/workflow-token', '/v1/token']);
  });

  it('from a workflow that may not act for the account', async () => {
    const other = ACT_FOR_URL.replace('reader@', 'other@');
    const { fault } = await attempt(
      byFile(workflowFile(server.url, { service_account_impersonation_url: other })),
    );
    expect(fault?.what).toContain('act for other@milepost-test.iam.gserviceaccount.com');
    expect(fault?.fix).toContain('Workload Identity User');
  });
});

describe('a workflow', () => {
  it('without a service account has no address to share a sheet with', async () => {
    const env = byFile(workflowFile(server.url, { service_account_impersonation_url: undefined }));
    expect((await attempt(env)).fault?.fix).toContain('Name a service account under “service_account”');
  });

  it('whose token is not there', async () => {
    const env = byFile(workflowFile(server.url, { credential_source: { file: '/no/such/token' } }));
    expect((await attempt(env)).fault).toMatchObject({ code: 'google-credentials', kind: 'usage' });
  });
});

describe('a machine of Google Cloud', () => {
  const byMachine = () =>
    environment(server, {
      METADATA_SERVER_DETECTION: 'assume-present',
      GCE_METADATA_HOST: new URL(server.url).host,
    });

  it('is asked again for a token that is none', async () => {
    server.mishaps.push({ at: 'token', status: 200, body: { token: 'x' } });
    const { fault, told } = await attempt(byMachine());
    expect(fault).toBeNull();
    expect(told[1]).toMatch(/not whole/);
  });

  it('says with whom to share the sheet, and what scope it lacks', async () => {
    server.served.set(SHEET_ID, { spreadsheet: SPREADSHEET, sharedWith: [] });
    expect((await attempt(byMachine())).fault?.fix).toContain(`add ${ACCOUNT} as`);
    refuse(403, 'PERMISSION_DENIED', 'no scope', [errorInfo('ACCESS_TOKEN_SCOPE_INSUFFICIENT')]);
    expect((await attempt(byMachine())).fault?.fix).toContain('add the access scope');
    expect(apiCalls()).toBe(2);
  });
});

describe('what may pass by itself is tried again', () => {
  const fine: readonly [string, Mishap, RegExp][] = [
    ['429', { at: 'api', ...googleError(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded') }, /quota/],
    [
      '403 for the rate',
      { at: 'api', ...googleError(403, 'PERMISSION_DENIED', 'slow', [errorInfo('RATE_LIMIT_EXCEEDED')]) },
      /quota/,
    ],
    ['500', { at: 'api', ...googleError(500, 'INTERNAL', 'Internal error') }, /out of order/],
    ['503 as a page', { at: 'api', status: 503, body: '<html>' }, /out of order/],
    ['JSON cut short', { at: 'api', status: 200, body: '{"spreadsheetId":' }, /not whole/],
    ['JSON of another shape', { at: 'api', status: 200, body: { sheets: 7 } }, /not whole/],
    ['a page of a log-in', { at: 'api', status: 200, body: '<html>Log in</html>' }, /not whole/],
    ['a connection cut amid the answer', { at: 'api', cutAfter: 20 }, /cut/],
    ['a connection cut before the answer', { at: 'api', cutAfter: 0 }, /cut/],
    ['no answer', { at: 'api', hang: true }, /in time/],
    [
      'a token endpoint out of order',
      { at: 'token', status: 500, body: { error: 'internal_failure' } },
      /out of order/,
    ],
    ['a token endpoint that is busy', { at: 'token', status: 429, body: {} }, /quota/],
    ['a token endpoint behind a log-in', { at: 'token', status: 200, body: '<html>' }, /not whole/],
    ['a token endpoint that hangs', { at: 'token', hang: true }, /in time/],
  ];

  it.each(fine)('%s', async (_, mishap, why) => {
    server.mishaps.push(mishap, mishap);
    const { opened, fault, told, waits } = await attempt(byKeyFile, SHEET_ID, {
      ...PATIENCE,
      request: mishap.hang ? 1_000 : PATIENCE.request,
    });
    expect(fault).toBeNull();
    expect(opened?.book.name).toBe('plan.xlsx');
    expect(waits).toEqual([500, 1_000]);
    expect(mishap.at === 'api' ? apiCalls() : tokenCalls()).toBe(3);
    expect(told[0]).toBe('waiting for Google Sheets');
    expect(told.slice(1)).toEqual([expect.stringMatching(why), expect.stringMatching(why)]);
  });

  it('signs in once, however often it asks for the sheet', async () => {
    server.mishaps.push({ at: 'api', status: 503 }, { at: 'api', status: 503 });
    await attempt(byKeyFile);
    expect([tokenCalls(), apiCalls()]).toEqual([1, 3]);
  });

  it('waits as long as Google asks', async () => {
    const mishap: Mishap = { at: 'api', status: 429, headers: { 'retry-after': '40' } };
    server.mishaps.push(mishap, mishap);
    const { fault, waits, told } = await attempt(byKeyFile);
    expect(fault).toBeNull();
    expect(waits).toEqual([40_000, 40_000]);
    expect(told[1]).toBe('trying Google Sheets again in 40 s, because its quota is used up');
  });

  it.each([
    ['quota', googleError(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded'), 'google-quota', /300 times a minute/],
    ['order', googleError(503, 'UNAVAILABLE', 'The service is unavailable.'), 'google-busy', /Google’s side/],
    ['shape', { status: 200, body: '{}' }, 'google-odd-answer', /cut short/],
  ])('gives up when the time is up: %s', async (_, answer, code, why) => {
    server.mishaps.push({ at: 'api', always: true, ...answer });
    const { fault, waits } = await attempt(byKeyFile);
    expect(fault).toMatchObject({ code, kind: 'unreachable' });
    expect(fault?.why).toMatch(why);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(PATIENCE.total);
    expect(apiCalls()).toBe(waits.length + 1);
    expect(waits.length).toBeGreaterThan(8);
  });

  it('gives up when no answer ever comes', async () => {
    server.mishaps.push({ at: 'api', always: true, hang: true });
    const { fault } = await attempt(byKeyFile, SHEET_ID, { ...PATIENCE, request: 50, total: 4_000 });
    expect(fault).toMatchObject({ code: 'google-time-out', kind: 'unreachable' });
  });

  it('gives up when the connection is cut again and again', async () => {
    server.mishaps.push({ at: 'api', always: true, cutAfter: 30 });
    const { fault } = await attempt(byKeyFile, SHEET_ID, { ...PATIENCE, total: 4_000 });
    expect(fault).toMatchObject({ code: 'google-out-of-reach' });
    expect(fault?.what).toContain('cut');
  });

  it('leaves no trying again to the library, not even in a federation', async () => {
    server.mishaps.push({ at: 'token', status: 503, always: true });
    const { waits } = await attempt(byWorkflow, SHEET_ID, { ...PATIENCE, total: 4_000 });
    expect(server.seen.length).toBe(waits.length + 1);
    server.mishaps.length = 0;
    server.seen.length = 0;
    const exchange = { ...byWorkflow, GOOGLE_TOKEN_ROOT: `${server.url}` };
    server.mishaps.push({ at: 'token', status: 200, body: { value: 'x' } });
    server.mishaps.push({ at: 'token', status: 503, always: true });
    const again = await attempt(exchange, SHEET_ID, { ...PATIENCE, total: 4_000 });
    expect(server.paths().length).toBe(1 + again.waits.length + 1);
  });

  it.each([
    ['GOOGLE_API_ROOT', 'Google Sheets cannot be reached'],
    ['GOOGLE_TOKEN_ROOT', 'Google’s sign-in cannot be reached'],
  ])('gives up soon where nothing listens: %s', async (name, what) => {
    const env = { ...byKeyFile, [name]: 'http://127.0.0.1:9' };
    const { fault, waits } = await attempt(env);
    expect(fault).toMatchObject({ code: 'google-out-of-reach', kind: 'unreachable' });
    expect(fault?.what).toContain(what);
    expect(waits).toHaveLength(3);
  });

  it('gives up soon where the host is not known', async () => {
    const { fault } = await attempt({ ...byKeyFile, GOOGLE_API_ROOT: 'https://sheets.invalid' });
    expect(fault).toMatchObject({ code: 'google-out-of-reach' });
    expect(fault?.fix).toContain('HTTPS_PROXY');
  });
});

describe('what is not followed or taken', () => {
  it('a redirect, which would take the key along', async () => {
    const asked: unknown[] = [];
    const thief = createServer((request, response) => {
      asked.push(request.headers);
      response.end('{}');
    });
    await new Promise<void>((resolve) => thief.listen(0, '127.0.0.1', resolve));
    const address = thief.address();
    const port = typeof address === 'object' ? address?.port : 0;
    for (const env of [byKeyFile, byApiKey]) {
      server.mishaps.push({ at: 'api', status: 302, headers: { location: `http://127.0.0.1:${port}/` } });
      const { fault } = await attempt(env);
      expect(fault).toMatchObject({ code: 'google-refused' });
      expect(fault?.what).toContain('302');
    }
    expect(asked).toEqual([]);
    thief.close();
  });

  it('an answer that is larger than any plan', async () => {
    server.mishaps.push({ at: 'api', status: 200, body: ' '.repeat(129 * 2 ** 20) });
    const { fault } = await attempt(byKeyFile);
    expect(fault).toMatchObject({ code: 'too-large', kind: 'plan' });
    expect(apiCalls()).toBe(1);
  });
});

import { writeFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Attempt, attempt, credentialFile, environment, SHEET_ID } from '../helpers/google-pull.ts';
import { type GoogleServer, startGoogleServer } from '../helpers/google-server.ts';
import { spreadsheetOf } from '../helpers/google-spreadsheet.ts';
import {
  ACCOUNT,
  ACT_FOR_URL,
  API_KEY,
  KEY_FILE,
  POOL_PROVIDER,
  READ_SHEETS,
  USER_FILE,
  WORKFLOW_BEARER,
  WORKFLOW_TOKEN,
  workflowFile,
} from '../helpers/google-tokens.ts';
import { book, sheet } from '../helpers/grids.ts';

const SPREADSHEET = spreadsheetOf(book([sheet('Goals', [['G1']])]), SHEET_ID);
const SERVICE_API = `/v4/spreadsheets/${SHEET_ID}`;
const ACT_FOR_PATH = new URL(ACT_FOR_URL).pathname;
const METADATA = '/computeMetadata/v1/instance/service-accounts/default/';
const ACTING_FILE = {
  type: 'impersonated_service_account',
  service_account_impersonation_url: ACT_FOR_URL,
  source_credentials: USER_FILE,
  delegates: [],
};

let server: GoogleServer;
let written: string[];

function withFile(content: unknown) {
  return environment(server, { GOOGLE_APPLICATION_CREDENTIALS: credentialFile(content) });
}

/** Everything that an attempt told, threw, kept or wrote, as deep as it goes. */
function all({ opened, fault, told }: Attempt): string {
  const kept = new TextDecoder().decode(opened?.kept?.bytes);
  const thrown = inspect(fault, { depth: 12, showHidden: true });
  return [
    thrown,
    fault?.stack,
    JSON.stringify(fault),
    inspect(opened, { depth: 12 }),
    kept,
    ...told,
    ...written,
  ].join('\n');
}

/** Of these, nothing may be told. */
function secrets(): string[] {
  const key = KEY_FILE.private_key.split('\n').filter((line) => /^[\w+/=]{30,}$/.test(line));
  const assertions = server.seen.flatMap(({ body }) => new URLSearchParams(body).get('assertion') ?? []);
  const ofUser = [USER_FILE.client_secret, USER_FILE.refresh_token];
  return [
    ...key,
    ...assertions,
    ...ofUser,
    ...server.tokens.issued.keys(),
    API_KEY,
    WORKFLOW_TOKEN,
    WORKFLOW_BEARER,
    'Bearer ',
    'PRIVATE KEY',
  ];
}

function expectNoSecret(result: Attempt): void {
  const text = all(result);
  expect(secrets().filter((secret) => text.includes(secret))).toEqual([]);
}

beforeAll(async () => {
  // The library writes down its requests, headers and all, when it is told to.
  process.env.GOOGLE_SDK_NODE_LOGGING = '*';
  server = await startGoogleServer();
});
beforeEach(() => {
  server.seen.length = 0;
  server.mishaps.length = 0;
  server.tokens.keyDeleted = false;
  server.served.set(SHEET_ID, { spreadsheet: SPREADSHEET, sharedWith: [ACCOUNT, 'user@example.com'] });
  written = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      written.push(String(chunk));
      return true;
    });
  }
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation((...values) => {
      written.push(inspect(values, { depth: 12 }));
    });
  }
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(async () => {
  delete process.env.GOOGLE_SDK_NODE_LOGGING;
  await server.close();
});

describe('ways in', () => {
  const ways: readonly [string, () => Readonly<Record<string, string | undefined>>, readonly string[]][] = [
    ['the key file of a service account', () => withFile(KEY_FILE), ['/token', SERVICE_API]],
    ['what gcloud wrote of a user', () => withFile(USER_FILE), ['/token', SERVICE_API]],
    [
      'workload identity federation through a service account',
      () => withFile(workflowFile(server.url)),
      ['/workflow-token', '/v1/token', ACT_FOR_PATH, SERVICE_API],
    ],
    [
      'a user who acts for a service account',
      () => withFile(ACTING_FILE),
      ['/token', ACT_FOR_PATH, SERVICE_API],
    ],
    [
      'a service account that acts for a service account',
      () => withFile({ ...ACTING_FILE, source_credentials: KEY_FILE }),
      ['/token', ACT_FOR_PATH, SERVICE_API],
    ],
    [
      'a file in the usual place of gcloud',
      () => environment(server, { CLOUDSDK_CONFIG: credentialFolder() }),
      ['/token', SERVICE_API],
    ],
    [
      'the account of a machine of Google Cloud',
      () =>
        environment(server, {
          METADATA_SERVER_DETECTION: 'assume-present',
          GCE_METADATA_HOST: new URL(server.url).host,
        }),
      [`${METADATA}token`, METADATA, SERVICE_API],
    ],
    ['an API key', () => environment(server, { MILEPOST_GOOGLE_API_KEY: API_KEY }), [SERVICE_API]],
  ];

  it.each(ways)('%s', async (name, env, paths) => {
    if (name === 'an API key') server.served.set(SHEET_ID, { spreadsheet: SPREADSHEET, open: true });
    const result = await attempt(env());
    expect(result.fault).toBeNull();
    expect(result.opened?.book.grids[0]?.rows[0]?.cells[0]?.value).toBe('G1');
    expect(server.paths()).toEqual(paths);
    expect(written).toEqual([]);
    expectNoSecret(result);
  });

  it.each(ways)('%s: tells no secret when Google fails', async (_, env) => {
    for (const at of ['token', 'api'] as const) {
      server.mishaps.push({ at, status: 500, always: true, body: { error: { message: 'Bad day' } } });
    }
    const result = await attempt(env());
    expect(result.fault).toMatchObject({ code: 'google-busy', kind: 'unreachable' });
    expect(result.fault?.cause).toBeUndefined();
    expectNoSecret(result);
  });

  it.each(ways)('%s: tells no secret when the answer repeats them', async (_, env) => {
    for (const at of ['token', 'api'] as const) {
      server.mishaps.push({ at, status: 418, echo: true });
      const result = await attempt(env());
      expect(result.fault?.kind ?? 'unreachable').toBe('unreachable');
      if (at === 'api') expect(result.fault?.message).toContain('You sent …');
      expectNoSecret(result);
      server.mishaps.length = 0;
    }
  });

  it('ask for nothing but to read sheets', async () => {
    await attempt(withFile(KEY_FILE));
    const assertion = new URLSearchParams(server.seen[0]?.body).get('assertion')?.split('.')[1] ?? '';
    expect(JSON.parse(Buffer.from(assertion, 'base64url').toString())).toMatchObject({ scope: READ_SHEETS });
    await attempt(withFile(workflowFile(server.url)));
    expect(JSON.parse(server.seen.at(-2)?.body ?? '')).toMatchObject({ scope: [READ_SHEETS] });
  });

  it('send the key in a header, never in the address', async () => {
    server.served.set(SHEET_ID, { spreadsheet: SPREADSHEET, open: true });
    await attempt(environment(server, { MILEPOST_GOOGLE_API_KEY: API_KEY }));
    expect(server.seen[0]?.headers['x-goog-api-key']).toBe(API_KEY);
    expect(server.seen[0]?.query.has('key')).toBe(false);
  });

  it('prefer the file that the environment names', async () => {
    const env = { ...withFile(KEY_FILE), MILEPOST_GOOGLE_API_KEY: 'wrong', CLOUDSDK_CONFIG: '/nowhere' };
    expect((await attempt(env)).fault).toBeNull();
  });

  it('count the quota for the project that is named', async () => {
    await attempt(withFile(USER_FILE));
    expect(server.seen.at(-1)?.headers['x-goog-user-project']).toBe('milepost-quota');
    await attempt({ ...withFile(KEY_FILE), GOOGLE_CLOUD_QUOTA_PROJECT: 'mine' });
    expect(server.seen.at(-1)?.headers['x-goog-user-project']).toBe('mine');
  });

  it('are told of where there is none, without asking the network', async () => {
    const { fault } = await attempt(environment(server, {}));
    expect(fault).toMatchObject({ code: 'google-no-way-in', kind: 'usage' });
    expect(fault?.fix).toMatch(/GOOGLE_APPLICATION_CREDENTIALS.*MILEPOST_GOOGLE_API_KEY.*gcloud/);
    expect(server.seen).toEqual([]);
  });
});

describe('a file of credentials that cannot be used', () => {
  it.each([
    ['is not there', '/no/such/file.json', /There is no file “\/no\/such\/file.json”/],
    ['is a folder', '/', /There is no file/],
  ])('%s', async (_, path, why) => {
    const { fault } = await attempt(environment(server, { GOOGLE_APPLICATION_CREDENTIALS: path }));
    expect(fault).toMatchObject({ code: 'google-credentials', kind: 'usage' });
    expect(fault?.why).toMatch(why);
  });

  it.each([
    ['is no JSON', 'not json, secret GOCSPX-secret-of-client', /not JSON/],
    ['is an OAuth client', { installed: { client_secret: USER_FILE.client_secret } }, /OAuth client/],
    ['is of another kind', { type: 'gdch_service_account' }, /none of these/],
    ['lacks a part', { ...KEY_FILE, client_email: undefined }, /lacks a part/],
    ['has a damaged key', { ...KEY_FILE, private_key: KEY_FILE.private_key.slice(0, 400) }, /damaged/],
    ['runs a program', { ...pluggable() }, /none of these/],
    [
      'sends tokens to a host in the open',
      { ...pluggable(), credential_source: { file: '/t' }, token_url: 'http://sts.example.com/' },
      /none of these/,
    ],
  ])('%s', async (_, content, why) => {
    const result = await attempt(withFile(content));
    expect(result.fault).toMatchObject({ code: 'google-credentials', kind: 'usage' });
    expect(result.fault?.why).toMatch(why);
    expect(server.seen).toEqual([]);
    expectNoSecret(result);
  });

  it('is the key itself in place of its path', async () => {
    const env = environment(server, { GOOGLE_APPLICATION_CREDENTIALS: JSON.stringify(KEY_FILE) });
    const result = await attempt(env);
    expect(result.fault?.why).toMatch(/holds the credentials themselves/);
    expectNoSecret(result);
  });
});

describe('roots', () => {
  it.each([
    ['http://sheets.example.com'],
    ['https://user:password@sheets.example.com'],
    ['https://sheets.example.com/path'],
    ['https://sheets.example.com/?key=password'],
    ['ftp://127.0.0.1'],
    ['http://127.0.0.1.example.com'],
    ['sheets.example.com'],
  ])('%s is refused, and not told', async (root) => {
    for (const name of ['GOOGLE_API_ROOT', 'GOOGLE_TOKEN_ROOT']) {
      const { fault } = await attempt({ ...withFile(KEY_FILE), [name]: root });
      expect(fault).toMatchObject({ code: 'google-root', kind: 'usage' });
      expect(fault?.message).toContain(name);
      expect(fault?.message).not.toContain('password');
    }
    expect(server.seen).toEqual([]);
  });
});

function credentialFolder(): string {
  const path = credentialFile(KEY_FILE).replace(/credentials\.json$/, '');
  const usual = `${path}application_default_credentials.json`;
  writeFileSync(usual, JSON.stringify(KEY_FILE));
  return path;
}

function pluggable() {
  return {
    type: 'external_account',
    audience: POOL_PROVIDER,
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    credential_source: { executable: { command: 'cat /etc/passwd' } },
  };
}

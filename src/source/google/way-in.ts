import type { AuthClient } from 'google-auth-library';
import { z } from 'zod';
import type { Patience } from '../patience.ts';
import { type CredentialFile, type Credentials, findCredentials } from './credentials.ts';
import { OddAnswer } from './failure.ts';
import type { Roots } from './roots.ts';
import { keepInHand } from './transport.ts';

type Library = typeof import('google-auth-library');
type Environment = Readonly<Record<string, string | undefined>>;

/** All that is ever asked for: to read sheets. */
export const SCOPE = 'https://www.googleapis.com/auth/spreadsheets.readonly';
/** A service account is acted for with this scope, and then has SCOPE alone. */
const SCOPE_TO_ACT_FOR = 'https://www.googleapis.com/auth/cloud-platform';

/** A way to sign in with Google. */
export interface WayIn {
  readonly client: AuthClient;
  readonly kind: 'service account' | 'user' | 'federation' | 'acting for' | 'machine' | 'API key';
  /** The address that a sheet must be shared with; null where it is not known. */
  readonly account: string | null;
  /** What must never be told. */
  readonly secrets: ReadonlySet<string>;
}

/** Finds the way in that the environment gives. Nothing is sent yet. Throws a SourceFault where there is none. */
export async function findWayIn(env: Environment, roots: Roots, patience: Patience): Promise<WayIn> {
  const library = await import('google-auth-library');
  const credentials = await findCredentials(env, () => isOnGoogleCloud(env, library));
  const found = wayIn(credentials, { library, env, roots, patience });
  const project = env.GOOGLE_CLOUD_QUOTA_PROJECT?.trim();
  if (project) found.client.quotaProjectId = project;
  return found;
}

interface Tools {
  readonly library: Library;
  readonly env: Environment;
  readonly roots: Roots;
  readonly patience: Patience;
}

function prepare<Client extends AuthClient>(client: Client, { roots, patience }: Tools): Client {
  keepInHand(client.transporter, roots, patience);
  return client;
}

/** Without the parameters that the library adds to requests, it does not log them either. */
const QUIET = { useAuthRequestParameters: false } as const;

function wayIn(credentials: Credentials, tools: Tools): WayIn {
  const { library } = tools;
  switch (credentials.kind) {
    case 'API key': {
      const client = prepare(new library.OAuth2Client({ ...QUIET, apiKey: credentials.key }), tools);
      return { client, kind: 'API key', account: null, secrets: new Set([credentials.key]) };
    }
    case 'machine':
      return wayOfMachine(tools);
    case 'file':
      return wayOfFile(credentials.file, tools);
  }
}

function wayOfFile(file: CredentialFile, tools: Tools): WayIn {
  const { library } = tools;
  const secrets = new Set<string>();
  switch (file.type) {
    case 'service_account': {
      const client = prepare(
        new library.JWT({ ...QUIET, email: file.client_email, key: file.private_key, scopes: [SCOPE] }),
        tools,
      );
      secrets.add(file.private_key);
      return { client, kind: 'service account', account: file.client_email, secrets };
    }
    case 'authorized_user': {
      const client = prepare(
        new library.UserRefreshClient({
          ...QUIET,
          clientId: file.client_id,
          clientSecret: file.client_secret,
          refreshToken: file.refresh_token,
        }),
        tools,
      );
      if (file.quota_project_id !== undefined) client.quotaProjectId = file.quota_project_id;
      secrets.add(file.client_secret).add(file.refresh_token);
      return { client, kind: 'user', account: null, secrets };
    }
    case 'external_account': {
      const client = prepare(new library.IdentityPoolClient(federationOptions(file)), tools);
      prepareExchange(client, tools);
      const { credential_source: from } = file;
      for (const header of Object.values('url' in from ? from.headers : {})) secrets.add(header);
      return { client, kind: 'federation', account: client.getServiceAccountEmail(), secrets };
    }
    case 'impersonated_service_account': {
      const source = wayOfFile(file.source_credentials, tools);
      const url = file.service_account_impersonation_url;
      const client = prepare(new library.OAuth2Client(QUIET), tools);
      if (source.client instanceof library.JWT) source.client.scopes = [SCOPE_TO_ACT_FOR];
      client.refreshHandler = () => tokenToActFor(source.client, url, file.delegates ?? []);
      if (file.quota_project_id !== undefined) client.quotaProjectId = file.quota_project_id;
      const account = /serviceAccounts\/([^/:]+):generateAccessToken$/.exec(url)?.[1] ?? null;
      return { client, kind: 'acting for', account, secrets: source.secrets };
    }
  }
}

/** By what the machine says of itself, and never by asking the network, which can take long where nobody answers. */
function isOnGoogleCloud(
  { METADATA_SERVER_DETECTION: detection }: Environment,
  { gcpMetadata }: Library,
): boolean {
  if (detection === 'none' || detection === 'assume-present') return detection === 'assume-present';
  return gcpMetadata.getGCPResidency();
}

const tokenOfMachine = z.object({ access_token: z.string().min(1) });
const accountOfMachine = z.object({ email: z.string() });
/** A token that was just given outlives the pull that it is for, and such a client never needs to know how long. */
const LONG_ENOUGH = Number.MAX_SAFE_INTEGER;

/**
 * The account of a machine of Google Cloud, by the server that tells machines about themselves. The library’s own client
 * of it writes tokens into its log, and tries again in its own way.
 */
function wayOfMachine(tools: Tools): WayIn {
  const client = prepare(new tools.library.OAuth2Client(QUIET), tools);
  const host = tools.env.GCE_METADATA_HOST?.trim() || '169.254.169.254';
  const root = `http://${host}/computeMetadata/v1/instance/service-accounts/default`;
  const ask = async (path: string, params: Readonly<Record<string, string>>): Promise<unknown> => {
    const { data } = await client.transporter.request({
      url: `${root}/${path}`,
      params,
      headers: { 'Metadata-Flavor': 'Google' },
      noProxy: [new URL(root).origin],
      responseType: 'json',
    });
    return data;
  };
  let account: string | null = null;
  client.refreshHandler = async () => {
    const token = sure(tokenOfMachine, await ask('token', { scopes: SCOPE }));
    account = sure(accountOfMachine, await ask('', { recursive: 'true' })).email;
    return { access_token: token.access_token, expiry_date: LONG_ENOUGH };
  };
  return {
    client,
    kind: 'machine',
    get account() {
      return account;
    },
    secrets: new Set(),
  };
}

function federationOptions(file: Extract<CredentialFile, { type: 'external_account' }>) {
  const { service_account_impersonation_url: actFor, quota_project_id: project, ...rest } = file;
  return {
    ...QUIET,
    ...rest,
    ...(actFor === undefined ? {} : { service_account_impersonation_url: actFor }),
    ...(project === undefined ? {} : { quota_project_id: project }),
    scopes: [SCOPE],
  };
}

/** The exchange of tokens goes through a client of its own, which the library hands out to nobody. */
function prepareExchange(client: AuthClient, { library, roots, patience }: Tools): void {
  const exchange: unknown = Reflect.get(client, 'stsCredential');
  const transporter: unknown = exchange instanceof Object ? Reflect.get(exchange, 'transporter') : null;
  if (transporter instanceof library.gaxios.Gaxios) keepInHand(transporter, roots, patience);
}

const tokenOfAccount = z.object({ accessToken: z.string().min(1) });

/** Asks for a token of the service account that a user or another account may act for. */
async function tokenToActFor(source: AuthClient, url: string, delegates: readonly string[]) {
  const { data } = await source.request({
    url,
    method: 'POST',
    data: { scope: [SCOPE], delegates },
    responseType: 'json',
  });
  const { accessToken } = sure(tokenOfAccount, data);
  return { access_token: accessToken, expiry_date: LONG_ENOUGH };
}

function sure<T>(schema: z.ZodType<T>, data: unknown): T {
  const parsed = schema.safeParse(data);
  if (!parsed.success) throw new OddAnswer();
  return parsed.data;
}

import { createPublicKey, generateKeyPairSync, randomBytes, verify } from 'node:crypto';

/** What an endpoint answers: a status and a body that is told as JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export const READ_SHEETS = 'https://www.googleapis.com/auth/spreadsheets.readonly';
export const CLOUD_PLATFORM = 'https://www.googleapis.com/auth/cloud-platform';
const TOKEN_URL = 'https://oauth2.googleapis.com/token';
const pair = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

export const ACCOUNT = 'reader@milepost-test.iam.gserviceaccount.com';
/** The key file of a service account, as Google's console gives it. */
export const KEY_FILE = {
  type: 'service_account',
  project_id: 'milepost-test',
  private_key_id: '0123456789abcdef',
  private_key: pair.privateKey,
  client_email: ACCOUNT,
  client_id: '100000000000000000001',
  auth_uri: 'https://accounts.google.com/o/oauth2/auth',
  token_uri: TOKEN_URL,
};
export const API_KEY = 'AIzaTest-0123456789-abcdefghijklmnopqrs';
export const USER_FILE = {
  type: 'authorized_user',
  client_id: '200.apps.googleusercontent.com',
  client_secret: 'GOCSPX-of-the-client',
  refresh_token: '1//refresh-token-of-user',
  quota_project_id: 'milepost-quota',
};
export const ACT_FOR_URL = `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${ACCOUNT}:generateAccessToken`;
/** The token that a workflow of GitHub gets, and the secret that it asks for it with. */
export const WORKFLOW_TOKEN = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZXBvIn0.c2lnbmF0dXJl';
export const WORKFLOW_BEARER = 'bearer-of-the-workflow';
export const POOL_PROVIDER =
  '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/providers/github';

/** The file that an action of GitHub writes, for a workflow whose token comes from a server. */
export function workflowFile(server: string, more: Readonly<Record<string, unknown>> = {}) {
  return {
    type: 'external_account',
    audience: POOL_PROVIDER,
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    token_url: 'https://sts.googleapis.com/v1/token',
    service_account_impersonation_url: ACT_FOR_URL,
    credential_source: {
      url: `${server}/workflow-token`,
      headers: { Authorization: `Bearer ${WORKFLOW_BEARER}` },
      format: { type: 'json', subject_token_field_name: 'value' },
    },
    ...more,
  };
}

export interface Token {
  readonly account: string;
  readonly scopes: readonly string[];
}

/** Google's services that give tokens, with what they check. */
export class Tokens {
  readonly issued = new Map<string, Token>();
  /** What the server takes for the time, in milliseconds since 1970. */
  now = (): number => Date.now();
  /** Set to refuse an account's key. */
  keyDeleted = false;

  issue(account: string, scopes: readonly string[]): string {
    const token = `ya29.${randomBytes(24).toString('base64url')}`;
    this.issued.set(token, { account, scopes });
    return token;
  }

  of(authorization: string | undefined): Token | null {
    return this.issued.get(/^Bearer (\S+)$/.exec(authorization ?? '')?.[1] ?? '') ?? null;
  }

  /** The token endpoint of OAuth 2.0. */
  grant(form: URLSearchParams): Answer {
    switch (form.get('grant_type')) {
      case 'urn:ietf:params:oauth:grant-type:jwt-bearer':
        return this.#grantForAssertion(form.get('assertion') ?? '');
      case 'refresh_token': {
        const known =
          form.get('refresh_token') === USER_FILE.refresh_token &&
          form.get('client_id') === USER_FILE.client_id &&
          form.get('client_secret') === USER_FILE.client_secret;
        if (!known) return refused('invalid_grant', 'Token has been expired or revoked.');
        return granted(this.issue('user@example.com', [READ_SHEETS, CLOUD_PLATFORM]));
      }
      default:
        return refused('unsupported_grant_type', 'Invalid grant_type');
    }
  }

  /** The Security Token Service: RFC 8693. */
  exchange(form: URLSearchParams): Answer {
    if (form.get('audience') !== POOL_PROVIDER)
      return refused('invalid_target', 'The target service is not known.');
    if (form.get('subject_token') !== WORKFLOW_TOKEN) {
      return refused('unauthorized_client', 'The given credential is rejected by the attribute condition.');
    }
    return granted(this.issue('principal', (form.get('scope') ?? '').split(' ')));
  }

  /** The IAM Service Account Credentials API. */
  actFor(account: string, authorization: string | undefined, body: unknown): Answer {
    const token = this.of(authorization);
    if (token === null || !token.scopes.includes(CLOUD_PLATFORM) || account !== ACCOUNT) {
      return {
        status: 403,
        body: { error: { code: 403, status: 'PERMISSION_DENIED', message: 'Permission denied' } },
      };
    }
    const scopes: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'scope') : null;
    const accessToken = this.issue(account, Array.isArray(scopes) ? scopes.map(String) : []);
    return { status: 200, body: { accessToken, expireTime: new Date(this.now() + 3_600_000).toISOString() } };
  }

  #grantForAssertion(assertion: string): Answer {
    const [header = '', payload = '', signature = ''] = assertion.split('.');
    const { alg } = decode(header);
    const { iss, scope, aud, iat, exp } = decode(payload);
    if (alg !== 'RS256' || iss !== ACCOUNT)
      return refused('invalid_grant', 'Invalid grant: account not found');
    const signed = Buffer.from(`${header}.${payload}`);
    const valid = verify(
      'RSA-SHA256',
      signed,
      createPublicKey(pair.publicKey),
      Buffer.from(signature, 'base64url'),
    );
    if (!valid || this.keyDeleted) return refused('invalid_grant', 'Invalid JWT Signature.');
    if (aud !== TOKEN_URL) return refused('invalid_grant', 'Invalid JWT: Failed audience check.');
    const now = this.now() / 1000;
    const isTimely = Number(iat) <= now + 300 && Number(exp) > now && Number(exp) - Number(iat) <= 3600;
    if (!isTimely) {
      return refused(
        'invalid_grant',
        'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.',
      );
    }
    if (typeof scope !== 'string' || scope === '')
      return refused('invalid_scope', 'Empty or missing scope not allowed.');
    return granted(this.issue(ACCOUNT, scope.split(' ')));
  }
}

function granted(token: string): Answer {
  return {
    status: 200,
    body: {
      access_token: token,
      expires_in: 3599,
      token_type: 'Bearer',
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    },
  };
}

function refused(error: string, description: string): Answer {
  return { status: 400, body: { error, error_description: description } };
}

function decode(part: string): Record<string, unknown> {
  const json: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8') || '{}');
  return typeof json === 'object' && json !== null ? { ...json } : {};
}

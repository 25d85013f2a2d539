import { createPrivateKey } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { SourceFault } from '../fault.ts';
import { isSafe } from './roots.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const text = z.string().min(1);
const address = z
  .string()
  .max(512)
  .refine((url) => URL.canParse(url) && isSafe(new URL(url)));
const serviceAccount = z.object({
  type: z.literal('service_account'),
  client_email: text,
  private_key: text,
  private_key_id: text.optional(),
});
const user = z.object({
  type: z.literal('authorized_user'),
  client_id: text,
  client_secret: text,
  refresh_token: text,
  quota_project_id: text.optional(),
});
const headers = z.record(z.string(), z.string()).default({});
const format = {
  format: z
    .union([
      z.object({ type: z.literal('json'), subject_token_field_name: text }),
      z.object({ type: z.literal('text') }),
    ])
    .default({ type: 'text' }),
};
const federation = z.object({
  type: z.literal('external_account'),
  audience: text,
  subject_token_type: text,
  token_url: address.default('https://sts.googleapis.com/v1/token'),
  service_account_impersonation_url: address.optional(),
  credential_source: z.union([
    z.object({ file: text, ...format }),
    z.object({ url: text, headers, ...format }),
  ]),
  quota_project_id: text.optional(),
});
const impersonation = z.object({
  type: z.literal('impersonated_service_account'),
  service_account_impersonation_url: address,
  delegates: z.array(text).optional(),
  source_credentials: z.discriminatedUnion('type', [serviceAccount, user]),
  quota_project_id: text.optional(),
});
const fileSchema = z.discriminatedUnion('type', [serviceAccount, user, federation, impersonation]);

/** A file that Google's console, `gcloud` or an action of GitHub writes, of the kinds that can read a shared sheet. */
export type CredentialFile = z.output<typeof fileSchema>;

/** What the environment holds to sign in with. */
export type Credentials =
  | { readonly kind: 'file'; readonly file: CredentialFile }
  | { readonly kind: 'API key'; readonly key: string }
  | { readonly kind: 'machine' };

/**
 * What to sign in with: the file that GOOGLE_APPLICATION_CREDENTIALS names, else the API key in MILEPOST_GOOGLE_API_KEY,
 * else what `gcloud auth application-default login` wrote, else the account of the machine where that is one of Google
 * Cloud. Throws a SourceFault where there is nothing, or nothing that can be used; it never tells what a file holds.
 * @param onGoogleCloud whether this machine is one of Google Cloud, found out without asking the network
 */
export async function findCredentials(env: Environment, onGoogleCloud: () => boolean): Promise<Credentials> {
  const named = env.GOOGLE_APPLICATION_CREDENTIALS?.trim() ?? '';
  if (named !== '') return { kind: 'file', file: await readCredentialFile(named, env) };
  const key = env.MILEPOST_GOOGLE_API_KEY?.trim() ?? '';
  if (key !== '') return { kind: 'API key', key };
  const usual = usualPlace(env);
  if (usual !== null && existsSync(usual))
    return { kind: 'file', file: await readCredentialFile(usual, env) };
  if (onGoogleCloud()) return { kind: 'machine' };
  throw new SourceFault({
    code: 'google-no-way-in',
    kind: 'usage',
    what: 'Nothing is set that Google Sheets could be read with.',
    why: 'Google lets nobody read a sheet through its API without a key or an account, not even one that is open to all.',
    fix:
      'For a sheet that is shared with a service account, set GOOGLE_APPLICATION_CREDENTIALS to the path of its key file. ' +
      'For a sheet that anyone with the link may see, set MILEPOST_GOOGLE_API_KEY to an API key. ' +
      'On your own computer, “gcloud auth application-default login” will do as well. The README has each step.',
  });
}

/** Where `gcloud` keeps application default credentials. */
function usualPlace(env: Environment): string | null {
  const folder =
    env.CLOUDSDK_CONFIG ||
    (process.platform === 'win32'
      ? env.APPDATA && join(env.APPDATA, 'gcloud')
      : env.HOME && join(env.HOME, '.config', 'gcloud'));
  return folder ? join(folder, 'application_default_credentials.json') : null;
}

async function readCredentialFile(path: string, env: Environment): Promise<CredentialFile> {
  const isNamed = env.GOOGLE_APPLICATION_CREDENTIALS?.trim() === path;
  const subject = isNamed ? 'The file that GOOGLE_APPLICATION_CREDENTIALS names' : `The file “${path}”`;
  const fail = (why: string, fix: string): SourceFault =>
    new SourceFault({
      code: 'google-credentials',
      kind: 'usage',
      what: `${subject} cannot be used.`,
      why,
      fix,
    });
  // Whoever sets the variable to the key itself must not find it in a log.
  if (isNamed && /[{}\n]|PRIVATE KEY/.test(path)) {
    throw fail(
      'The variable holds the credentials themselves, and not the path of a file.',
      'Save them in a file that only you can read, and set the variable to its path.',
    );
  }
  let content: string;
  try {
    content = await readFile(path, 'utf8');
  } catch {
    throw fail(
      `There is no file “${path}” that this user may read.`,
      'Check the path, which is best given in full from the root of the disk.',
    );
  }
  const parsed = fileSchema.safeParse(jsonOf(content));
  const again = 'Get the file anew as the README says, and do not edit it.';
  if (!parsed.success) throw fail(whyUnknown(content), again);
  for (const key of privateKeysOf(parsed.data)) {
    if (!isPrivateKey(key))
      throw fail('Its private key is damaged, often in copying its line breaks.', again);
  }
  return parsed.data;
}

function jsonOf(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

function whyUnknown(content: string): string {
  const json = jsonOf(content);
  if (typeof json !== 'object' || json === null) return 'It is not JSON, as files with credentials are.';
  if ('installed' in json || 'web' in json) {
    return 'It describes an OAuth client, which lets a person sign in, and holds no key of a service account.';
  }
  return (
    'It is none of these, or lacks a part: the key of a service account, a workload identity federation whose token ' +
    'comes from a file or an address, or what “gcloud auth application-default login” writes.'
  );
}

function privateKeysOf(file: CredentialFile): string[] {
  if (file.type === 'service_account') return [file.private_key];
  return file.type === 'impersonated_service_account' ? privateKeysOf(file.source_credentials) : [];
}

function isPrivateKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}

import { SourceFault } from '../fault.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where Google's services are called; each null for Google's own hosts. Without a slash at the end. */
export interface Roots {
  /** Of the Sheets API. */
  readonly api: string | null;
  /** Of the services that give tokens. */
  readonly token: string | null;
}

/** The hosts that GOOGLE_TOKEN_ROOT stands in for. Their paths do not clash. */
const TOKEN_HOSTS: ReadonlySet<string> = new Set([
  'oauth2.googleapis.com',
  'sts.googleapis.com',
  'iamcredentials.googleapis.com',
]);
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** The roots that the environment names. Throws a SourceFault where one may not be used. */
export function rootsOf(env: Environment): Roots {
  return { api: readRoot(env, 'GOOGLE_API_ROOT'), token: readRoot(env, 'GOOGLE_TOKEN_ROOT') };
}

/** The address that a request for a token is to go to. */
export function throughTokenRoot(url: URL, { token }: Roots): URL {
  if (token === null || !TOKEN_HOSTS.has(url.hostname)) return url;
  return new URL(`${token}${url.pathname}${url.search}`);
}

/** True where what is sent to an address cannot be read on the way: https, or http that never leaves this computer. */
export function isSafe(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
}

/** The root may hold a password by mistake, so that it is never told again. */
function readRoot(env: Environment, name: string): string | null {
  const text = env[name]?.trim() ?? '';
  if (text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isBare = url !== null && url.pathname === '/' && `${url.search}${url.hash}${url.username}` === '';
  if (url !== null && isBare && isSafe(url)) return url.origin;
  throw new SourceFault({
    code: 'google-root',
    kind: 'usage',
    what: `${name} is no address that Google can be called at.`,
    why: 'It must be https:// with a host and perhaps a port, and nothing behind that; http:// is for this computer alone.',
    fix: `Set ${name} to an address such as https://sheets.example.com, or leave it out to call Google itself.`,
  });
}

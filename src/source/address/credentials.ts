import { Buffer } from 'node:buffer';
import { type FaultDetails, SourceFault } from '../fault.ts';
import { downloadAddress } from './download-address.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Header values, and so secrets in them, are of visible ASCII characters. */
const VISIBLE = /^[\x21-\x7e]+$/;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Who asks. Credentials from the environment go to the hosts that MILEPOST_SOURCE_HOST names and to no others; those in
 * an address go to the host of that address alone; none goes unencrypted over a network.
 */
export class Credentials {
  readonly #ownOrigin: string;
  readonly #own: string | null;
  readonly #hosts: ReadonlySet<string>;
  readonly #header: string | null;
  /** The variable that the credentials come from, for messages; null where there are none. */
  readonly variable: 'MILEPOST_SOURCE_TOKEN' | 'MILEPOST_SOURCE_USER' | null;

  /** Throws a SourceFault where the settings contradict one another. */
  constructor(env: Environment, address: URL) {
    this.#ownOrigin = address.origin;
    this.#own =
      address.username === '' && address.password === ''
        ? null
        : basic(decode(address.username), decode(address.password));
    const token = setting(env, 'MILEPOST_SOURCE_TOKEN');
    const user = setting(env, 'MILEPOST_SOURCE_USER');
    const password = env.MILEPOST_SOURCE_PASSWORD ?? '';
    this.#hosts = hostsOf(setting(env, 'MILEPOST_SOURCE_HOST') ?? '');
    this.variable = token !== null ? 'MILEPOST_SOURCE_TOKEN' : user !== null ? 'MILEPOST_SOURCE_USER' : null;
    this.#header = token !== null ? `Bearer ${token}` : user !== null ? basic(user, password) : null;

    if (token !== null && user !== null) throw faultOf(BOTH);
    if (user === null && password !== '') throw faultOf(PASSWORD_ALONE);
    if (token !== null && !VISIBLE.test(token)) throw faultOf(ODD_TOKEN);
    if (this.variable !== null && this.#hosts.size === 0) {
      throw noHost(this.variable, downloadAddress(address).host);
    }
  }

  /** True where credentials of the environment are meant for a host. */
  areFor(host: string): boolean {
    return this.#header !== null && this.#hosts.has(host);
  }

  /** The Authorization header of a request, or null. Throws a SourceFault where it would go unencrypted. */
  headerFor(url: URL): string | null {
    const own = url.origin === this.#ownOrigin ? this.#own : null;
    const header = own ?? (this.areFor(url.host) ? this.#header : null);
    if (header !== null && url.protocol !== 'https:' && !LOOPBACK.test(url.hostname)) {
      throw notEncrypted(url.host);
    }
    return header;
  }
}

function setting(env: Environment, name: string): string | null {
  const text = env[name]?.trim() ?? '';
  return text === '' ? null : text;
}

/** Hosts as URLs write them: in small letters, with a port where it is not the usual one. */
function hostsOf(text: string): Set<string> {
  const hosts = text.split(/[\s,]+/).filter((part) => part !== '');
  return new Set(
    hosts.map((part) => {
      const url = URL.parse(`https://${part}`);
      const isHost = url !== null && url.href === `https://${url.host}/`;
      if (!isHost) throw faultOf(ODD_HOST);
      return url.host;
    }),
  );
}

function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const BOTH = {
  what: 'MILEPOST_SOURCE_TOKEN and MILEPOST_SOURCE_USER are both set.',
  why: 'A workbook is asked for with a token, or with a user name and a password.',
  fix: 'Keep the one that the host takes, and delete the other.',
};
const PASSWORD_ALONE = {
  what: 'MILEPOST_SOURCE_PASSWORD is set, and MILEPOST_SOURCE_USER is not.',
  why: 'A password is of no use without the name of its user.',
  fix: 'Set MILEPOST_SOURCE_USER as well, or delete the password.',
};
const ODD_TOKEN = {
  what: 'MILEPOST_SOURCE_TOKEN has characters that no token has, such as blanks or line ends.',
  why: 'It may have been copied with more text around it.',
  fix: 'Set it to the token alone, without the word “Bearer”.',
};
const ODD_HOST = {
  what: 'MILEPOST_SOURCE_HOST names something that is no host.',
  why: 'It takes host names alone, such as cloud.example.org, with commas between them.',
  fix: 'Leave out https://, paths and stars.',
};

function noHost(variable: string, host: string): SourceFault {
  return faultOf({
    what: `${variable} is set, but not which host it is for.`,
    why: 'Without that it could go to the host of any address that is read.',
    fix: `Set MILEPOST_SOURCE_HOST to the host that it is for, such as MILEPOST_SOURCE_HOST=${host}.`,
  });
}

function notEncrypted(host: string): SourceFault {
  return new SourceFault({
    code: 'address-not-encrypted',
    kind: 'usage',
    what: `The credentials for ${host} were not sent.`,
    why: 'Its address starts with http://, so that they would go over the network for all to read.',
    fix: 'Use the address that starts with https://.',
  });
}

function faultOf(text: Omit<FaultDetails, 'code' | 'kind'>): SourceFault {
  return new SourceFault({ code: 'address-credentials', kind: 'usage', ...text });
}

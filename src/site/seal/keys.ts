/*
 * The cryptography of a sealed site, by WebCrypto alone: the build seals in Node, browsers open what it made. Nothing here
 * knows of files or pages.
 */

/** The version of all that follows: other rounds, names or frames are another version, and another key. */
export const SEAL_VERSION = 1;
/** Rounds of PBKDF2: about a second of a laptop for whoever knows the passphrase, and for each guess of whoever does not. */
export const ROUNDS = 1_000_000;
const MASTER_BITS = 256;
const NONCE_BYTES = 12;
/** Bytes of a file's name and of the key's: more than anybody can search for a match. */
const NAME_BYTES = 16;

/** The keys that one passphrase gives. None can be read out again but the ID, which is public. */
export interface SealKeys {
  /** Tells keys apart. Public: it takes all the rounds to come by it, so it helps no guess more than the files do. */
  readonly id: string;
  readonly content: CryptoKey;
  readonly names: CryptoKey;
  readonly nonces: CryptoKey;
}

/**
 * What keeps two sites of one passphrase apart, so that no table of guesses serves for several. It is public and no secret
 * goes into it. @param address the site's address with the path that it is published under
 */
export function saltOf(address: string): string {
  return `milepost seal ${SEAL_VERSION} ${address}`;
}

/** The master key of a passphrase: slow, on purpose. It is all that a link for a TV carries. */
export async function masterOf(passphrase: string, salt: string): Promise<Uint8Array<ArrayBuffer>> {
  const typed = await crypto.subtle.importKey('raw', encode(tidied(passphrase)), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: encode(salt), iterations: ROUNDS },
    typed,
    MASTER_BITS,
  );
  return new Uint8Array(bits);
}

/** As people type it on whatever keyboard. */
function tidied(passphrase: string): string {
  return passphrase.normalize('NFKC').trim().replace(/\s+/g, ' ');
}

/** The keys for what there is to do, each apart from the others. */
export async function keysOf(master: Uint8Array<ArrayBuffer>): Promise<SealKeys> {
  const root = await crypto.subtle.importKey('raw', master, 'HKDF', false, ['deriveBits', 'deriveKey']);
  const way = (use: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(32),
    info: encode(`milepost seal ${SEAL_VERSION} ${use}`),
  });
  const mac = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  const aes = { name: 'AES-GCM', length: 256 };
  const [id, content, names, nonces] = await Promise.all([
    crypto.subtle.deriveBits(way('id'), root, NAME_BYTES * 8),
    crypto.subtle.deriveKey(way('content'), root, aes, false, ['encrypt', 'decrypt']),
    crypto.subtle.deriveKey(way('names'), root, mac, false, ['sign']),
    crypto.subtle.deriveKey(way('nonces'), root, mac, false, ['sign']),
  ]);
  return { id: hex(new Uint8Array(id)), content, names, nonces };
}

/** The name that a file goes by: the same in every build, and telling nothing of its path. */
export async function sealedName({ names }: Pick<SealKeys, 'names'>, path: string): Promise<string> {
  const sum = await crypto.subtle.sign('HMAC', names, encode(path));
  return hex(new Uint8Array(sum).subarray(0, NAME_BYTES));
}

/**
 * A file's content, sealed: a nonce, then AES-GCM's output. The path is sealed with it, so that no file can stand for
 * another. The nonce is a keyed sum of path and content: equal only where both are, so that builds are reproducible and
 * two contents never share one.
 */
export async function sealBytes(
  keys: Pick<SealKeys, 'content' | 'nonces'>,
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const place = encode(path);
  const told = new Uint8Array(4 + place.length + bytes.length);
  new DataView(told.buffer).setUint32(0, place.length);
  told.set(place, 4);
  told.set(bytes, 4 + place.length);
  const nonce = new Uint8Array(await crypto.subtle.sign('HMAC', keys.nonces, told)).slice(0, NONCE_BYTES);
  const sealed = new Uint8Array(
    await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: place }, keys.content, bytes),
  );
  const out = new Uint8Array(NONCE_BYTES + sealed.length);
  out.set(nonce);
  out.set(sealed, NONCE_BYTES);
  return out;
}

/** The content again. Rejects where the key, the path or a single bit is another. */
export async function openBytes(
  keys: Pick<SealKeys, 'content'>,
  path: string,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const opened = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: sealed.subarray(0, NONCE_BYTES), additionalData: encode(path) },
    keys.content,
    sealed.subarray(NONCE_BYTES),
  );
  return new Uint8Array(opened);
}

/** A master key as a link carries it, behind its #. */
export function keyText(master: Uint8Array): string {
  return btoa(String.fromCharCode(...master))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** A master key out of a link; null where it is none. */
export function keyFromText(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]{43}$/.test(text)) return null;
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(bytes, (character) => character.charCodeAt(0));
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

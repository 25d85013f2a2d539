import { Buffer } from 'node:buffer';

/** Control characters, and those that turn the direction of text or take no room. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
const FILE_NAME = /^[^.].*\.[A-Za-z0-9]{1,5}$/;
const LONGEST = 120;

/**
 * What a workbook from an address is called: by what the host says, by its address, or by the address that it came from
 * in the end; else by the host. Never a query, which may hold a key; nor a last part of a path that is no file's name,
 * which in share links is a key as well.
 */
export function workbookName(headers: Headers, address: URL, final: URL): string {
  const told = nameOfDisposition(headers.get('content-disposition') ?? '');
  return told ?? fileNameOf(address) ?? fileNameOf(final) ?? address.host;
}

/** The last part of an address's path where it is the name of a file, or null. */
export function fileNameOf(url: URL): string | null {
  const segment = url.pathname.split(';')[0]?.split('/').at(-1) ?? '';
  const name = tidy(percentDecoded(segment) ?? segment);
  return name !== null && FILE_NAME.test(name) ? name : null;
}

/** The file name of a Content-Disposition header (RFC 6266), or null. */
function nameOfDisposition(header: string): string | null {
  const extended = /;\s*filename\*\s*=\s*"?(utf-8|iso-8859-1)'[^']*'([^\s;"]+)/i.exec(header);
  if (extended !== null) {
    const [, charset = '', value = ''] = extended;
    const name = /^utf-8$/i.test(charset) ? percentDecoded(value) : latin1Decoded(value);
    const tidied = name === null ? null : tidy(name);
    if (tidied !== null) return tidied;
  }
  const plain = /;\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))/i.exec(header);
  const text = plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2];
  return text === undefined ? null : tidy(utf8OfHeader(text));
}

/** A name without folders and unseen characters, not too long, or null where nothing is left. */
function tidy(text: string): string | null {
  const name = (text.replaceAll('\\', '/').split('/').at(-1) ?? '').replace(UNSEEN, '').trim();
  if (/^\.*$/.test(name)) return null;
  const characters = [...name];
  if (characters.length <= LONGEST) return name;
  const extension = /\.[A-Za-z0-9]{1,5}$/.exec(name)?.[0] ?? '';
  return `${characters.slice(0, LONGEST - extension.length - 1).join('')}…${extension}`;
}

function percentDecoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function latin1Decoded(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Headers come as one character a byte; hosts that write names into them as they are write UTF-8. */
export function utf8OfHeader(text: string): string {
  if (/[\u{100}-\u{10ffff}]/u.test(text)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'));
  } catch {
    return text;
  }
}

import { Buffer } from 'node:buffer';

/** What the first bytes of a file say that it is; what a zip archive is shows only in its parts. */
export type Signature =
  | 'zip'
  | 'empty'
  | 'encrypted workbook'
  | 'old workbook'
  | 'other office file'
  | 'web page'
  | 'spreadsheet as plain XML'
  | 'other XML'
  | 'text'
  | 'PDF'
  | 'picture'
  | 'packed archive'
  | 'unknown';

/** Of every compound file: the old Office formats, and new ones with a password ([MS-CFB] 2.2). */
const COMPOUND_FILE = 'd0cf11e0a1b11ae1';
/** Entries of a compound file's directory start at multiples of this ([MS-CFB] 2.6.1). */
const DIRECTORY_ENTRY_BYTES = 128;
const BY_HEXADECIMAL: readonly (readonly [prefix: string, is: Signature])[] = [
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  // Workbooks of Excel 2 to 4, which start with their own first record.
  ['0900040', 'old workbook'],
  ['0902060', 'old workbook'],
  ['0904060', 'old workbook'],
  ['25504446', 'PDF'],
  ['89504e47', 'picture'],
  ['ffd8ff', 'picture'],
  ['47494638', 'picture'],
  ['1f8b', 'packed archive'],
  ['377abcaf', 'packed archive'],
  ['52617221', 'packed archive'],
];
/** Enough to see what a text file is. */
const SAMPLE_BYTES = 4096;

/** What the bytes of a file are, by what they start with rather than by the file's name. */
export function signatureOf(bytes: Uint8Array): Signature {
  if (bytes.length === 0) return 'empty';
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = buffer.toString('hex', 0, 8);
  if (start === COMPOUND_FILE) return compoundFile(buffer);
  const known = BY_HEXADECIMAL.find(([prefix]) => start.startsWith(prefix));
  return known?.[1] ?? textSort(buffer.subarray(0, SAMPLE_BYTES));
}

function compoundFile(buffer: Buffer): Signature {
  if (hasStream(buffer, 'EncryptedPackage')) return 'encrypted workbook';
  return hasStream(buffer, 'Workbook') || hasStream(buffer, 'Book') ? 'old workbook' : 'other office file';
}

/** True where the directory of a compound file names a stream: in UTF-16, from an entry's first byte to a zero. */
function hasStream(buffer: Buffer, name: string): boolean {
  const entry = Buffer.from(`${name}\0`, 'utf16le');
  for (let at = buffer.indexOf(entry); at >= 0; at = buffer.indexOf(entry, at + 1)) {
    if (at % DIRECTORY_ENTRY_BYTES === 0) return true;
  }
  return false;
}

function textSort(sample: Buffer): Signature {
  const text = decode(sample);
  if (text === null) return 'unknown';
  if (/^<(?:!doctype\s+html|html|head|body|table|meta|script)\b/i.test(afterProlog(text))) return 'web page';
  if (!/^\s*<(?:\?xml|[\w:]+[\s>])/i.test(text)) return 'text';
  return /urn:schemas-microsoft-com:office:spreadsheet|opendocument:xmlns:office/i.test(text)
    ? 'spreadsheet as plain XML'
    : 'other XML';
}

/** What follows the XML declaration and the comments at the start. */
function afterProlog(text: string): string {
  let rest = text.trimStart();
  while (true) {
    const close = rest.startsWith('<?') ? '?>' : rest.startsWith('<!--') ? '-->' : null;
    const end = close === null ? -1 : rest.indexOf(close);
    if (close === null || end < 0) return rest;
    rest = rest.slice(end + close.length).trimStart();
  }
}

/** The bytes as text, or null where they are none: text has no zero characters. */
function decode(sample: Buffer): string | null {
  const [first, second] = sample;
  const wide =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  const text = new TextDecoder(wide ?? 'utf-8').decode(sample);
  // Control characters other than tabs and line ends are no text; lines of old programs may be in any code page.
  return /[^\P{Cc}\t\n\r\f]/u.test(text) ? null : text;
}

import { SourceFault } from './fault.ts';

const SAVE_AS_XLSX =
  'Open it in your spreadsheet program, save it as an Excel workbook (.xlsx), and pull again.';
const ZIP = [0x50, 0x4b];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/** Throws a SourceFault unless the bytes begin as a zip archive does; it says what they seem to be instead. */
export function requireZip(bytes: Uint8Array, name: string): void {
  const fault = (code: string, why: string, fix: string) =>
    new SourceFault(code, 'plan', `${name} cannot be read as a workbook.`, why, fix);
  if (bytes.length === 0)
    throw fault('empty-file', 'The file is empty.', 'Save the workbook again, or choose another file.');
  if (startsWith(bytes, ZIP)) return;
  if (startsWith(bytes, COMPOUND_FILE)) {
    if (holdsUtf16(bytes, 'EncryptedPackage')) {
      throw fault(
        'encrypted',
        'It is protected by a password.',
        'Save a copy without a password, and pull that.',
      );
    }
    throw fault('old-excel', 'It is in the old Excel format (.xls).', SAVE_AS_XLSX);
  }
  const start = new TextDecoder().decode(bytes.subarray(0, 400)).trimStart().toLowerCase();
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) {
    throw fault(
      'web-page',
      'It is a web page, such as a sign-in page that was saved in place of the workbook.',
      'Open its address in a browser, sign in, and download the workbook itself.',
    );
  }
  if (!start.includes('\u0000')) {
    throw fault('text-file', 'It holds plain text, whatever its name says.', SAVE_AS_XLSX);
  }
  throw fault('not-a-workbook', 'It is no Excel workbook.', SAVE_AS_XLSX);
}

/** Throws a SourceFault where the parts of an archive are those of another kind of document. */
export function requireWorkbookParts(parts: readonly string[], name: string): void {
  const has = (pattern: RegExp) => parts.some((part) => pattern.test(part));
  const what = `${name} cannot be read as a workbook.`;
  if (has(/^xl\/workbook\.bin$/i)) {
    throw new SourceFault(
      'binary-excel',
      'plan',
      what,
      'It is in the binary Excel format (.xlsb).',
      SAVE_AS_XLSX,
    );
  }
  if (has(/^mimetype$/) || has(/^content\.xml$/)) {
    throw new SourceFault('open-document', 'plan', what, 'It is an OpenDocument file (.ods).', SAVE_AS_XLSX);
  }
  if (has(/^Index\/.*\.iwa$/i) || has(/^Index\.zip$/i)) {
    throw new SourceFault(
      'numbers',
      'plan',
      what,
      'It is a Numbers document.',
      'Export it from Numbers as Excel (.xlsx), and pull that.',
    );
  }
  if (has(/^(word|ppt)\//i)) {
    throw new SourceFault(
      'other-office',
      'plan',
      what,
      'It is a text or a presentation, not a workbook.',
      'Choose the workbook that holds the plan.',
    );
  }
  if (!has(/workbook[^/]*\.xml$/i)) {
    throw new SourceFault(
      'not-a-workbook',
      'plan',
      what,
      'It is an archive without a workbook in it.',
      SAVE_AS_XLSX,
    );
  }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

/** The directory of a compound file names its streams in UTF-16. */
function holdsUtf16(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(text, 'utf16le'));
}

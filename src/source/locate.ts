import { existsSync } from 'node:fs';

/** What a source's text names. */
export type SourceKind = 'excel file' | 'address' | 'google';

/** IDs of Google's files have 44 characters today, and have had a few more or less. */
const GOOGLE_ID = /^[A-Za-z0-9_-]{40,50}$/;
const GOOGLE_SHEET = /^(?:https?:\/\/)?docs\.google\.com\/(?:.*\/)?spreadsheets(?:\/|$)/i;
/** Google Drive's short address of a file: a Google Sheet, or one of which Google says that it is none. */
const GOOGLE_DRIVE = /^(?:https?:\/\/)?drive\.google\.com\/open\?(?:.*&)?id=/i;
/** A Google Sheet's addresses under which it comes as a workbook. */
const GOOGLE_AS_WORKBOOK = /\/spreadsheets\/d\/e\/|[?&](?:output|format)=xlsx(?:[&#]|$)/i;
/** Also of schemes that cannot be read, which are told as such rather than looked for on the disk. */
const ADDRESS = /^(?!file:)[a-z][a-z0-9+.-]+:\/\//i;

/**
 * What a source's text names: a Google Sheet by its URL or bare ID, a workbook by its web address, or else a file.
 * @param exists whether there is a file of that path, which then is what is meant
 */
export function kindOfSource(text: string, exists: (path: string) => boolean = existsSync): SourceKind {
  const source = text.trim();
  if (GOOGLE_SHEET.test(source)) return GOOGLE_AS_WORKBOOK.test(source) ? 'address' : 'google';
  if (GOOGLE_DRIVE.test(source)) return 'google';
  if (ADDRESS.test(source)) return 'address';
  return GOOGLE_ID.test(source) && !exists(source) ? 'google' : 'excel file';
}

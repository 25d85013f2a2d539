import { existsSync } from 'node:fs';
import type { Workbook } from '../grid/grid.ts';
import { readExcelFile } from './excel-file.ts';
import { SourceFault } from './fault.ts';

export type SourceKind = 'excel file' | 'address' | 'google sheet';

/** The ID of a Google Sheet: long, and with no dot or slash as a path would have. */
const GOOGLE_ID = /^[A-Za-z0-9_-]{30,}$/;
const GOOGLE_URL = /^https?:\/\/docs\.google\.com\/spreadsheets\//i;

/** What a source's text names. @param exists whether there is a file of that name */
export function kindOfSource(text: string, exists: (path: string) => boolean): SourceKind {
  if (GOOGLE_URL.test(text)) return 'google sheet';
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(text)) return 'address';
  return GOOGLE_ID.test(text) && !exists(text) ? 'google sheet' : 'excel file';
}

/** Opens a source and reads all that it holds. Throws a SourceFault where that cannot be done. */
export async function openSource(text: string): Promise<Workbook> {
  const kind = kindOfSource(text, existsSync);
  if (kind === 'excel file') return readExcelFile(text);
  throw new SourceFault(
    'not-yet',
    'usage',
    kind === 'google sheet'
      ? 'A Google Sheet cannot be read yet.'
      : 'A workbook cannot be read from an address yet.',
    'That comes with a later release.',
    'Download the workbook as Excel (.xlsx) and name the file with --source.',
  );
}

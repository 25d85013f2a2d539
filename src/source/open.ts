import { fileURLToPath } from 'node:url';
import type { Workbook } from '../grid/grid.ts';
import { readExcelFile } from './excel-file.ts';
import { SourceFault } from './fault.ts';
import { kindOfSource } from './locate.ts';
import type { Kept, Opened, SourceContext } from './opened.ts';
import { readWorkbook } from './workbook.ts';

/** Opens whatever a source's text names. Throws a SourceFault where it cannot be read. */
export async function openSource(text: string, _context: SourceContext): Promise<Opened> {
  switch (kindOfSource(text)) {
    case 'excel file':
      return { book: await readExcelFile(pathOf(text.trim())), kept: null, unchanged: false };
    case 'google':
      throw new SourceFault({
        code: 'google-not-yet',
        kind: 'usage',
        what: `“${text.trim()}” is a Google Sheet, which this release cannot read.`,
        why: 'Shared Google Sheets come with a later release.',
        fix: 'In Google Sheets choose File, Download, Microsoft Excel (.xlsx), and pass that file.',
      });
    case 'address':
      throw new SourceFault({
        code: 'address-not-yet',
        kind: 'usage',
        what: 'The source is a web address, which this release cannot read.',
        why: 'Workbooks by address come with a later release.',
        fix: 'Download the workbook, and pass that file.',
      });
  }
}

/** Reads again what was kept of a source, without reaching it. */
export async function readKeptSource(text: string, kept: Kept): Promise<Workbook> {
  return readWorkbook(kept.bytes, text);
}

/** File addresses, as dropping a file on a terminal may give them, are paths as well. */
function pathOf(text: string): string {
  try {
    return text.startsWith('file://') ? fileURLToPath(text) : text;
  } catch {
    return text;
  }
}

import { fileURLToPath } from 'node:url';
import type { Workbook } from '../grid/grid.ts';
import { readExcelFile } from './excel-file.ts';
import { kindOfSource } from './locate.ts';
import type { Kept, Opened, SourceContext } from './opened.ts';
import { readWorkbook } from './workbook.ts';

/** Opens whatever a source's text names. Throws a SourceFault where it cannot be read. */
export async function openSource(text: string, context: SourceContext): Promise<Opened> {
  const source = text.trim();
  switch (kindOfSource(source)) {
    case 'excel file':
      return { book: await readExcelFile(pathOf(source)), kept: null, unchanged: false };
    case 'google': {
      const { openGoogleSheet } = await import('./google/google-sheet.ts');
      return openGoogleSheet(source, context);
    }
    case 'address': {
      const { openExcelByAddress } = await import('./address/excel-by-address.ts');
      return openExcelByAddress(source, context);
    }
  }
}

/**
 * Reads again what was kept of a source, without reaching it.
 * @param name what the workbook was known by
 */
export async function readKeptSource(text: string, kept: Kept, name: string): Promise<Workbook> {
  if (kindOfSource(text.trim()) !== 'google') return readWorkbook(kept.bytes, name);
  const { readKeptGoogleSheet } = await import('./google/google-sheet.ts');
  return readKeptGoogleSheet(kept.bytes);
}

/** File addresses, as dropping a file on a terminal may give them, are paths as well. */
function pathOf(text: string): string {
  try {
    return text.startsWith('file://') ? fileURLToPath(text) : text;
  } catch {
    return text;
  }
}

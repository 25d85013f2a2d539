import type { Grid, Workbook } from '../grid/grid.ts';
import { type Archive, damaged, openArchive } from './archive.ts';
import { SourceFault } from './fault.ts';
import { type Relationship, relationshipsOf } from './relationships.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readSheetPart } from './sheet.ts';
import { requireWorkbookParts, requireZip } from './signature.ts';
import { readStyles } from './styles.ts';
import { walkXml } from './xml.ts';

interface SheetEntry {
  readonly name: string;
  readonly id: string;
  readonly hidden: boolean;
}

/**
 * Reads the values of an Excel workbook (.xlsx or .xlsm; macros are ignored). Throws a SourceFault where the bytes are
 * no such workbook, or not a whole one.
 * @param name what people know it by, for messages
 */
export function readWorkbook(bytes: Uint8Array, name: string): Workbook {
  requireZip(bytes, name);
  const archive = openArchive(bytes, name);
  requireWorkbookParts(archive.parts, name);
  const path = workbookPath(archive);
  const parts = relationshipsOf(archive, path);
  const { sheets, date1904 } = readWorkbookPart(archive, path);
  const pathOf = (type: string) => [...parts.values()].find((part) => part.type === type)?.target ?? null;
  const context = {
    archive,
    date1904,
    sharedStrings: readSharedStrings(archive, pathOf('sharedStrings')),
    styles: readStyles(archive, pathOf('styles')),
  };
  const grids: Grid[] = sheets.flatMap(({ name: sheet, id, hidden }) => {
    const part = parts.get(id);
    return part && isWorksheet(part) ? [readSheetPart(context, part.target, { sheet, hidden })] : [];
  });
  if (grids.length === 0) {
    throw new SourceFault(
      'no-sheets',
      'plan',
      `${name} has no sheet with cells.`,
      'Milepost needs the sheets Goals, Milestones and Actions.',
      'Choose the workbook that holds the plan.',
    );
  }
  return { name, kind: 'excel', date1904, locale: null, timeZone: null, grids };
}

function isWorksheet({ type, external }: Relationship): boolean {
  return type === 'worksheet' && !external;
}

/** The main part: where the archive's own relationships say, else where every program puts it. */
function workbookPath(archive: Archive): string {
  const root = [...relationshipsOf(archive, '').values()].find(({ type }) => type === 'officeDocument');
  return root?.target ?? archive.parts.find((part) => /workbook[^/]*\.xml$/i.test(part)) ?? 'xl/workbook.xml';
}

function readWorkbookPart(archive: Archive, path: string): { sheets: SheetEntry[]; date1904: boolean } {
  const bytes = archive.part(path);
  if (bytes === null) throw damaged(archive.name, path);
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  const whole = walkXml(bytes, {
    open(element, attributes) {
      if (element === 'workbookPr') date1904 = ['1', 'true', 'on'].includes(attributes.get('date1904') ?? '');
      if (element !== 'sheet') return;
      const state = attributes.get('state');
      sheets.push({
        name: attributes.get('name') ?? '',
        id: attributes.get('id') ?? '',
        hidden: state === 'hidden' || state === 'veryHidden',
      });
    },
  });
  if (!whole) throw damaged(archive.name, path);
  return { sheets, date1904 };
}

import type { Workbook } from '../grid/grid.ts';
import { quote, tidy } from '../grid/text.ts';
import type { CellContext } from './cell-value.ts';
import { damaged, SourceFault } from './fault.ts';
import { Allowance, tooLarge } from './limits.ts';
import { findPart, type Relationship, readRelationships } from './relationships.ts';
import { readSharedStrings } from './shared-strings.ts';
import { type ListedSheet, readSheet } from './sheet.ts';
import { signatureOf } from './signature.ts';
import { Styles } from './styles.ts';
import { wrongArchive, wrongSignature } from './wrong-file.ts';
import { isTrue, prefixedAttribute, readXml } from './xml.ts';
import { Archive } from './zip.ts';

const USUAL_PLACE = 'xl/workbook.xml';
/** Far more than anyone leafs through. Many sheets may share one part, so that a small file can list millions. */
const MAX_SHEETS = 1000;

/**
 * Reads the bytes of an .xlsx or .xlsm workbook: every sheet with cells, in the workbook's order, hidden or not. Throws
 * a SourceFault where the bytes are anything else, damaged, or too large.
 * @param name what people know the workbook by
 */
export function readWorkbook(bytes: Uint8Array, name: string): Workbook {
  const signature = signatureOf(bytes);
  if (signature !== 'zip') throw wrongSignature(name, signature);
  const archive = new Archive(bytes, new Allowance(name));
  const path = findWorkbook(archive);
  if (path === null) throw wrongArchive(archive);
  const relationships = readRelationships(archive, path, 'the workbook');
  const { listed, date1904 } = readList(archive, path);
  const sheets = locateSheets(archive, path, listed, relationships);
  if (sheets.length === 0) throw noSheets(name, listed.length);
  const context: CellContext = {
    strings: readSharedStrings(archive, findPart(archive, relationships, 'sharedStrings')),
    styles: new Styles(archive, findPart(archive, relationships, 'styles'), date1904),
    date1904,
    allowance: archive.allowance,
  };
  const grids = sheets.map((sheet) => {
    const ownRelationships = readRelationships(archive, sheet.path, `the sheet ${quote(tidy(sheet.name))}`);
    return readSheet(archive, sheet, ownRelationships, context);
  });
  return { name, kind: 'excel', date1904, locale: null, timeZone: null, grids };
}

/** The part that lists the sheets, or null. A binary workbook has one too, which is no XML. */
function findWorkbook(archive: Archive): string | null {
  const roots = readRelationships(archive, '', 'the archive');
  const path = findPart(archive, roots, 'officeDocument') ?? (archive.has(USUAL_PLACE) ? USUAL_PLACE : null);
  if (path === null || /\.bin$/i.test(path)) return null;
  return rootOf(archive, path) === 'workbook' ? path : null;
}

/** The name of a part's root element: a document of Word has the same sort of relationship to its main part. */
function rootOf(archive: Archive, path: string): string {
  let root = '';
  readXml(archive, path, 'the list of its sheets', {
    open(name, _attributes, depth) {
      if (depth === 0) root = name;
    },
  });
  return root;
}

interface ListedEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly relationship: string | undefined;
}

function readList(archive: Archive, path: string): { listed: ListedEntry[]; date1904: boolean } {
  const listed: ListedEntry[] = [];
  let section = '';
  let date1904 = false;
  readXml(archive, path, 'the list of its sheets', {
    open(name, attributes, depth) {
      if (depth === 1) section = name;
      if (depth === 1 && name === 'workbookPr') date1904 = isTrue(attributes.date1904);
      if (depth !== 2 || section !== 'sheets' || name !== 'sheet') return;
      if (listed.length === MAX_SHEETS) {
        throw tooLarge(archive.allowance.name, `it lists more than ${MAX_SHEETS} sheets`);
      }
      listed.push({
        name: attributes.name ?? `Sheet${listed.length + 1}`,
        hidden: attributes.state === 'hidden' || attributes.state === 'veryHidden',
        relationship: prefixedAttribute(attributes, 'id'),
      });
    },
  });
  return { listed, date1904 };
}

/** Sheets with cells and where they are; charts and macro sheets are left out. */
function locateSheets(
  archive: Archive,
  path: string,
  listed: readonly ListedEntry[],
  relationships: ReadonlyMap<string, Relationship>,
): ListedSheet[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return listed.flatMap(({ name, hidden, relationship: id }, index): ListedSheet[] => {
    const relationship = id === undefined ? undefined : relationships.get(id);
    if (relationship !== undefined && relationship.type !== 'worksheet') return [];
    const usual = `${folder}worksheets/sheet${index + 1}.xml`;
    const target = relationship?.target ?? (archive.has(usual) ? usual : null);
    if (target === null || !archive.has(target)) {
      throw damaged(
        archive.allowance.name,
        `the sheet ${quote(tidy(name))}`,
        'The workbook lists it, and does not hold it.',
      );
    }
    return [{ name, hidden, path: target }];
  });
}

function noSheets(name: string, others: number): SourceFault {
  return new SourceFault({
    code: 'no-sheets',
    what: `“${name}” has no sheets with cells.`,
    why: others > 0 ? 'All of its sheets are charts or macros.' : 'Its list of sheets is empty.',
    fix: 'Pass the workbook that holds the plan, with the sheets Goals, Milestones and Actions.',
  });
}

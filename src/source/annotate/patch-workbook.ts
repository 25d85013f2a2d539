import { LIST_SHEET } from '../../grid/own-sheets.ts';
import { Edits, type Element, type Ending, visit } from './xml-edit.ts';

export interface ListedSheet {
  readonly name: string;
  readonly relationship: string;
}

/** The sheets that a workbook lists, in its order. */
export function sheetsOf(xml: string): ListedSheet[] {
  const sheets: ListedSheet[] = [];
  let section = '';
  visit(xml, {
    open({ depth, name, attributes }) {
      if (depth === 1) section = name;
      if (depth !== 2 || section !== 'sheets' || name !== 'sheet') return;
      const key = Object.keys(attributes).find((each) => each.endsWith(':id')) ?? 'id';
      sheets.push({ name: attributes.name ?? '', relationship: attributes[key] ?? '' });
    },
  });
  return sheets;
}

/**
 * Lists a new sheet first, and opens the workbook on it. Names that belong to one sheet count sheets from 0, and move
 * on by one.
 */
export function listFirst(xml: string, relationship: string, strict: boolean): string {
  const edits = new Edits(xml);
  const space = strict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  let section = '';
  let most = 0;
  let sheets: Element | null = null;
  let ending: Ending | null = null;
  visit(xml, {
    open(element) {
      const { depth, name, attributes } = element;
      if (depth === 1) section = name;
      if (depth !== 2) return;
      if (section === 'sheets') most = Math.max(most, Number(attributes.sheetId ?? 0));
      if (section === 'bookViews' && name === 'workbookView') {
        edits.setAttribute(element, 'firstSheet', null);
        edits.setAttribute(element, 'activeTab', null);
      }
      if (section === 'definedNames' && attributes.localSheetId !== undefined) {
        edits.setAttribute(element, 'localSheetId', `${Number(attributes.localSheetId) + 1}`);
      }
    },
    close(element, its) {
      if (element.depth === 1 && element.name === 'sheets') {
        sheets = element;
        ending = its;
      }
    },
  });
  const [element, end] = placed(sheets, ending);
  if (element === null || end === null) return xml;
  const text = `<${element.prefix}sheet xmlns:r="${space}" name="${LIST_SHEET}" sheetId="${most + 1}" r:id="${relationship}"/>`;
  if (element.selfClosing) edits.append(element, end, text);
  else edits.insert(element.openEnd, text);
  return edits.text;
}

/** What a closure has set, which the compiler cannot see. */
function placed(element: Element | null, ending: Ending | null): [Element | null, Ending | null] {
  return [element, ending];
}

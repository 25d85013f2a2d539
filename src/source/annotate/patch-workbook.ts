import { Edits, type Element, namespaces, relationshipId, visit } from './xml-edit.ts';

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  /** The ID of its relationship; null where it names none. */
  readonly relationship: string | null;
  readonly element: Element;
}

/** The sheets that a workbook lists, in its order, named as our reader names them. */
export function sheetsOf(xml: string): SheetEntry[] {
  const sheets: SheetEntry[] = [];
  let section = '';
  visit(xml, {
    open(element) {
      const { depth, name, attributes } = element;
      if (depth === 1) section = name;
      if (depth !== 2 || section !== 'sheets' || name !== 'sheet') return;
      sheets.push({
        name: attributes.name ?? `Sheet${sheets.length + 1}`,
        relationship: relationshipId(element),
        element,
      });
    },
  });
  return sheets;
}

/** False for a sheet that people have hidden, or a program for good. */
export function isShown({ element }: SheetEntry): boolean {
  return element.attributes.state === undefined || element.attributes.state === 'visible';
}

/** Ties sheets that are known by their place alone to their parts: other sheets may change that place. */
export function tieSheets(xml: string, ids: ReadonlyMap<Element, string>, strict: boolean): string {
  const edits = new Edits(xml);
  for (const [element, id] of ids) {
    const dangling = Object.keys(element.attributes).find((key) => key.endsWith(':id')) ?? 'id';
    edits.setAttribute(element, dangling, null);
    edits.insert(
      element.openEnd - (element.selfClosing ? 2 : 1),
      ` xmlns:r="${namespaces(strict).office}" r:id="${id}"`,
    );
  }
  return edits.text;
}

/**
 * Lists a new sheet first, and opens the workbook on it. Names that belong to one sheet count sheets from 0, and move
 * on by one.
 */
export function listFirst(xml: string, name: string, relationship: string, strict: boolean): string {
  const edits = new Edits(xml);
  let section = '';
  let most = 0;
  visit(xml, {
    open(element) {
      const { depth, attributes } = element;
      if (depth === 1) section = element.name;
      if (depth !== 2) return;
      if (section === 'sheets') most = Math.max(most, Number(attributes.sheetId ?? 0));
      if (section === 'bookViews') openOn(0, element, edits);
      if (section === 'definedNames' && attributes.localSheetId !== undefined) {
        edits.setAttribute(element, 'localSheetId', `${Number(attributes.localSheetId) + 1}`);
      }
    },
    close(element, ending) {
      if (element.depth !== 1 || element.name !== 'sheets') return;
      edits.prepend(
        [element, ending],
        `<${element.prefix}sheet xmlns:r="${namespaces(strict).office}" name="${name}" sheetId="${most + 1}" r:id="${relationship}"/>`,
      );
    },
  });
  return edits.text;
}

/** Opens a workbook on one of its sheets, which it shows. */
export function openOnSheet(xml: string, sheets: readonly SheetEntry[], shown: SheetEntry): string {
  const edits = new Edits(xml);
  let section = '';
  edits.setAttribute(shown.element, 'state', null);
  visit(xml, {
    open(element) {
      if (element.depth === 1) section = element.name;
      if (element.depth === 2 && section === 'bookViews') openOn(sheets.indexOf(shown), element, edits);
    },
  });
  return edits.text;
}

function openOn(index: number, view: Element, edits: Edits): void {
  if (view.name !== 'workbookView') return;
  edits.setAttribute(view, 'firstSheet', null);
  edits.setAttribute(view, 'activeTab', index === 0 ? null : `${index}`);
}

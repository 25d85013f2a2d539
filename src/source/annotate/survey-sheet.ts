import { parseA1 } from '../../grid/address.ts';
import type { Merge } from '../../grid/grid.ts';
import { parseRange } from '../ranges.ts';
import { isTrue } from '../xml.ts';
import { type Element, type Placed, relationshipId, visit } from './xml-edit.ts';

/** A stretch of columns that look alike. */
export interface ColumnLook {
  readonly from: number;
  readonly to: number;
  readonly style: number;
  /** In characters; null where it is the usual one. */
  readonly width: number | null;
}

/** What a sheet says of itself, aside from what its cells hold. */
export interface SheetSurvey {
  readonly root: Placed | null;
  /** The numbers of its rows, in the order in which they stand; a number may come twice. */
  readonly rowNumbers: readonly number[];
  /** Heights of rows that have their own, in points. */
  readonly heights: ReadonlyMap<number, number>;
  readonly usualHeight: number;
  readonly usualWidth: number;
  readonly columns: readonly ColumnLook[];
  readonly merges: readonly Merge[];
  /** Views of the sheet that say it is selected. */
  readonly selected: readonly Element[];
  /** The reference to the drawing of its notes. */
  readonly notes: { readonly placed: Placed; readonly id: string | null } | null;
  /** Where that reference belongs if there is none; null where it is the sheet's end. */
  readonly notesPlace: number | null;
}

/** What follows the reference to a sheet's notes, by the order of ECMA-376 part 1, 18.3.1.99 (CT_Worksheet). */
const AFTER_NOTES: ReadonlySet<string> = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
]);
/** What Excel takes where a sheet does not say: points, and characters. */
const USUAL_HEIGHT = 15;
const USUAL_WIDTH = 8.43;

/** Looks a sheet over, with rows numbered as our reader numbers them. */
export function surveySheet(xml: string): SheetSurvey {
  let root: Placed | null = null;
  let section: Element | null = null;
  const rowNumbers: number[] = [];
  let rowIsNumbered = false;
  const heights = new Map<number, number>();
  let [usualHeight, usualWidth] = [USUAL_HEIGHT, USUAL_WIDTH];
  const columns: ColumnLook[] = [];
  const merges: Merge[] = [];
  const selected: Element[] = [];
  let notes: SheetSurvey['notes'] = null;
  let notesPlace: number | null = null;

  const readSecond = (element: Element, parent: string): void => {
    const { name, attributes } = element;
    if (parent === 'sheetData' && name === 'row') {
      rowIsNumbered = attributes.r !== undefined;
      rowNumbers.push(rowIsNumbered ? Number(attributes.r) : (rowNumbers.at(-1) ?? 0) + 1);
      const height = isTrue(attributes.hidden) ? 0 : Number(attributes.ht ?? Number.NaN);
      if (height >= 0) heights.set(rowNumbers.at(-1) ?? 0, height);
    } else if (parent === 'cols' && name === 'col') {
      const width = isTrue(attributes.hidden) ? 0 : Number(attributes.width ?? Number.NaN);
      columns.push({
        from: Number(attributes.min),
        to: Number(attributes.max),
        style: Number(attributes.style ?? 0),
        width: width >= 0 ? width : null,
      });
    } else if (parent === 'mergeCells' && name === 'mergeCell') {
      const merge = parseRange(attributes.ref ?? '');
      if (merge !== null) merges.push(merge);
    } else if (name === 'sheetView' && attributes.tabSelected !== undefined) selected.push(element);
  };
  const readFirst = (element: Element): void => {
    const { name, attributes, start } = element;
    if (notesPlace === null && AFTER_NOTES.has(name)) notesPlace = start;
    if (name !== 'sheetFormatPr') return;
    usualHeight = Number(attributes.defaultRowHeight ?? USUAL_HEIGHT);
    usualWidth = Number(attributes.defaultColWidth ?? USUAL_WIDTH);
  };

  visit(xml, {
    open(element) {
      const { depth, name, attributes } = element;
      if (depth === 1) {
        section = element;
        readFirst(element);
      } else if (depth === 2) readSecond(element, section?.name ?? '');
      else if (depth === 3 && section?.name === 'AlternateContent') {
        // Controls of forms stand within such a choice.
        if (notesPlace === null && AFTER_NOTES.has(name)) notesPlace = section.start;
      } else if (depth === 3 && name === 'c' && !rowIsNumbered && section?.name === 'sheetData') {
        const row = parseA1(attributes.r ?? '')?.row ?? 0;
        if (row < (rowNumbers.at(-1) ?? 0)) return;
        rowNumbers.splice(-1, 1, row);
        rowIsNumbered = true;
      }
    },
    close(element, ending) {
      if (element.depth === 0) root = [element, ending];
      if (element.depth !== 1 || element.name !== 'legacyDrawing') return;
      notes = { placed: [element, ending], id: relationshipId(element) };
    },
  });
  return {
    root,
    rowNumbers,
    heights,
    usualHeight,
    usualWidth,
    columns,
    merges,
    selected,
    notes,
    notesPlace,
  };
}

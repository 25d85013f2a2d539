import { parseA1 } from '../grid/address.ts';
import type { Cell, Grid, GridRow, Merge } from '../grid/grid.ts';
import { type Archive, damaged } from './archive.ts';
import { cellFrom } from './cell-value.ts';
import { relationshipsOf } from './relationships.ts';
import type { Styles } from './styles.ts';
import { type Attributes, walkXml } from './xml.ts';

/** What a sheet's cells refer to. */
export interface SheetContext {
  readonly archive: Archive;
  readonly sharedStrings: readonly string[];
  readonly styles: Styles;
  readonly date1904: boolean;
}

/** The parts of a cell while its XML is read. */
interface OpenCell {
  row: number;
  column: number;
  type: string | null;
  style: number;
  value: string | null;
  inline: string | null;
  formula: string | null;
}

/** Reads one sheet's values. Styled but empty cells and rows leave nothing behind. */
export function readSheetPart(
  context: SheetContext,
  path: string,
  name: { readonly sheet: string; readonly hidden: boolean },
): Grid {
  const { archive, sharedStrings, styles, date1904 } = context;
  const bytes = archive.part(path);
  if (bytes === null) throw damaged(archive.name, path);
  const rows: { row: number; hidden: boolean; cells: Cell[] }[] = [];
  const merges: Merge[] = [];
  const links: { ref: string; id: string }[] = [];
  let row = 0;
  let column = 0;
  let hidden = false;
  let cells: Cell[] = [];
  let cell: OpenCell | null = null;
  let collecting: 'value' | 'inline' | 'formula' | null = null;
  let inPhonetic = 0;

  const whole = walkXml(bytes, {
    open(element, attributes) {
      switch (element) {
        case 'row':
          row = wholeNumber(attributes, 'r') ?? row + 1;
          hidden = isTrue(attributes, 'hidden');
          column = 0;
          cells = [];
          break;
        case 'c': {
          const at = parseA1(attributes.get('r') ?? '');
          column = at?.column ?? column + 1;
          const type = attributes.get('t') ?? null;
          const style = wholeNumber(attributes, 's') ?? 0;
          cell = { row: at?.row ?? row, column, type, style, value: null, inline: null, formula: null };
          break;
        }
        case 'v':
          collecting = startCollecting(cell, 'value');
          break;
        case 'f':
          collecting = startCollecting(cell, 'formula');
          break;
        case 'rPh':
          inPhonetic += 1;
          break;
        case 't':
          collecting = inPhonetic === 0 ? startCollecting(cell, 'inline') : null;
          break;
        case 'mergeCell': {
          const merge = mergeOf(attributes.get('ref') ?? '');
          if (merge) merges.push(merge);
          break;
        }
        case 'hyperlink': {
          const ref = attributes.get('ref');
          const id = attributes.get('id');
          if (ref && id) links.push({ ref, id });
          break;
        }
      }
    },
    text(text) {
      if (cell !== null && collecting !== null) cell[collecting] += text;
    },
    close(element) {
      if (element === 'v' || element === 'f' || element === 't') collecting = null;
      else if (element === 'rPh') inPhonetic -= 1;
      else if (element === 'c' && cell !== null) {
        const { style, ...raw } = cell;
        const found = cellFrom(
          { ...raw, format: styles[style] ?? null, link: null },
          sharedStrings,
          date1904,
        );
        if (found) cells.push(found);
        cell = null;
      } else if (element === 'row' && cells.length > 0) rows.push({ row, hidden, cells });
    },
  });
  if (!whole) throw damaged(archive.name, path);
  const linked = placeLinks(inOrder(rows), links, archive, path);
  return { ...name, rows: withoutMergedCopies(linked, merges), merges };
}

function startCollecting(cell: OpenCell | null, part: 'value' | 'inline' | 'formula') {
  if (cell === null) return null;
  cell[part] ??= '';
  return part;
}

/** Rows and cells by rising number, one of each: some programs write them in disorder, or a row twice. */
function inOrder(rows: readonly GridRow[]): GridRow[] {
  const byNumber = new Map<number, GridRow>();
  for (const one of rows) {
    const known = byNumber.get(one.row);
    byNumber.set(one.row, known ? { ...known, cells: [...known.cells, ...one.cells] } : one);
  }
  return [...byNumber.values()]
    .sort((a, b) => a.row - b.row)
    .map((one) => ({ ...one, cells: [...one.cells].sort((a, b) => a.column - b.column) }));
}

/** Gives cells the addresses that the sheet's list of hyperlinks holds for them. */
function placeLinks(
  rows: GridRow[],
  links: readonly { ref: string; id: string }[],
  archive: Archive,
  path: string,
): GridRow[] {
  if (links.length === 0) return rows;
  const targets = relationshipsOf(archive, path);
  const byPlace = new Map<string, string>();
  for (const { ref, id } of links) {
    const target = targets.get(id);
    const at = parseA1(ref.split(':')[0] ?? '');
    if (at && target?.external) byPlace.set(`${at.row} ${at.column}`, target.target);
  }
  return rows.map((one) => ({
    ...one,
    cells: one.cells.map((cell) => {
      const link = byPlace.get(`${cell.row} ${cell.column}`);
      return link === undefined ? cell : { ...cell, link };
    }),
  }));
}

/** A merged block's value is its top left cell's; what programs leave in the others is not shown and does not count. */
function withoutMergedCopies(rows: readonly GridRow[], merges: readonly Merge[]): GridRow[] {
  const byTop = [...merges].sort((a, b) => a.top - b.top);
  const open: Merge[] = [];
  let next = 0;
  const kept: GridRow[] = [];
  for (const one of rows) {
    for (let merge = byTop[next]; merge && merge.top <= one.row; merge = byTop[next]) {
      open.push(merge);
      next += 1;
    }
    for (let i = open.length - 1; i >= 0; i -= 1) if ((open[i]?.bottom ?? 0) < one.row) open.splice(i, 1);
    if (open.length === 0) kept.push(one);
    else {
      const cells = one.cells.filter(
        ({ column }) =>
          !open.some(
            ({ top, left, right }) =>
              column >= left && column <= right && !(one.row === top && column === left),
          ),
      );
      if (cells.length > 0) kept.push({ ...one, cells });
    }
  }
  return kept;
}

function mergeOf(ref: string): Merge | null {
  const [from, to] = ref.split(':').map(parseA1);
  return from && to ? { top: from.row, left: from.column, bottom: to.row, right: to.column } : null;
}

function wholeNumber(attributes: Attributes, name: string): number | null {
  const value = Number(attributes.get(name) ?? Number.NaN);
  return Number.isInteger(value) && value >= 0 ? value : null;
}

function isTrue(attributes: Attributes, name: string): boolean {
  const value = attributes.get(name);
  return value === '1' || value === 'true';
}

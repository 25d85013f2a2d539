import { parseA1 } from '../grid/address.ts';
import type { Cell, Grid, Merge } from '../grid/grid.ts';
import { quote, tidy } from '../grid/text.ts';
import { type CellContext, type RawCell, readCell } from './cell-value.ts';
import { damaged } from './fault.ts';
import { type Link, layOut, type SheetRow } from './lay-out.ts';
import { MAX_COLUMN, MAX_ROW } from './limits.ts';
import { linkOfFormula } from './links.ts';
import { parseRange } from './ranges.ts';
import type { Relationship } from './relationships.ts';
import { RichText } from './rich-text.ts';
import { type Attributes, isTrue, prefixedAttribute, readXml, type XmlHandler } from './xml.ts';
import type { Archive } from './zip.ts';

/** A sheet as the workbook's list of sheets tells of it. */
export interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly path: string;
}

type SheetContent = Pick<Grid, 'rows' | 'merges'>;

/** What the parts of an archive held, by path: several sheets may be listed with one part, which is read once. */
const contents = new WeakMap<Archive, Map<string, SheetContent>>();

/** Reads one sheet. Cells, rows, merges and links that hold nothing are passed over as they come by. */
export function readSheet(
  archive: Archive,
  { name, hidden, path }: ListedSheet,
  relationships: ReadonlyMap<string, Relationship>,
  context: CellContext,
): Grid {
  const known = contents.get(archive) ?? new Map<string, SheetContent>();
  contents.set(archive, known);
  let content = known.get(path);
  if (content === undefined) {
    const part = `the sheet ${quote(tidy(name))}`;
    const reader = new SheetReader(relationships, context, (why) =>
      damaged(archive.allowance.name, part, why),
    );
    readXml(archive, path, part, reader);
    content = layOut(reader.rows, reader.merges, reader.links);
    known.set(path, content);
  }
  return { sheet: name, hidden, ...content };
}

/**
 * What the elements of a sheet mean by their depth: 1 sections, 2 rows, merges and links, 3 cells, 4 values, formulas
 * and inline texts, 5 and 6 the pieces of the latter.
 */
class SheetReader implements XmlHandler {
  readonly rows: SheetRow[] = [];
  readonly merges: Merge[] = [];
  readonly links: Link[] = [];
  readonly #relationships: ReadonlyMap<string, Relationship>;
  readonly #context: CellContext;
  readonly #fail: (why: string) => Error;
  readonly #inline = new RichText();
  readonly #sharedLinks = new Map<string, string | null>();
  #section = '';
  #row = 0;
  /** Whether the row says its own number; else its first addressed cell does. */
  #rowIsNumbered = false;
  /** Where the open cell stands: in its row, unless its address tells of another. */
  #cellRow = 0;
  #column = 0;
  #hidden = false;
  #cells: Cell[] = [];
  /** What is open within the row, and what its text belongs to. */
  #inRow = false;
  #inCell = false;
  #piece: '' | 'v' | 'f' | 'is' = '';
  #type = 'n';
  #style = 0;
  #value: string | null = null;
  #inlineSeen = false;
  #formula: string | null = null;
  #sharedFormula: string | null = null;

  constructor(
    relationships: ReadonlyMap<string, Relationship>,
    context: CellContext,
    fail: (why: string) => Error,
  ) {
    this.#relationships = relationships;
    this.#context = context;
    this.#fail = fail;
  }

  open(name: string, attributes: Attributes, depth: number): void {
    switch (depth) {
      case 1:
        this.#section = name;
        break;
      case 2:
        if (name === 'row' && this.#section === 'sheetData') this.#openRow(attributes);
        else if (name === 'mergeCell' && this.#section === 'mergeCells') this.#addMerge(attributes);
        else if (name === 'hyperlink' && this.#section === 'hyperlinks') this.#addLink(attributes);
        break;
      case 3:
        this.#inCell = this.#inRow && name === 'c';
        if (this.#inCell) this.#openCell(attributes);
        break;
      case 4:
        if (this.#inCell) this.#openPiece(name, attributes);
        break;
      default:
        if (this.#piece === 'is') this.#inline.open(name, depth - 4);
    }
  }

  text(piece: string): void {
    if (this.#piece === 'v') this.#value += piece;
    else if (this.#piece === 'f') this.#formula += piece;
    else if (this.#piece === 'is') this.#inline.add(piece);
  }

  close(_name: string, depth: number): void {
    if (depth === 2 && this.#inRow) this.#closeRow();
    else if (depth === 3 && this.#inCell) this.#closeCell();
    else if (depth === 4) this.#piece = '';
    else if (depth > 4) this.#inline.close();
  }

  #openRow({ r, hidden }: Attributes): void {
    this.#rowIsNumbered = r !== undefined;
    this.#row = r === undefined ? this.#row + 1 : Number(r);
    if (!(Number.isInteger(this.#row) && this.#row >= 1 && this.#row <= MAX_ROW)) {
      throw this.#fail('A row of it has no number that a row can have.');
    }
    this.#column = 0;
    this.#hidden = isTrue(hidden);
    this.#cells = [];
    this.#inRow = true;
  }

  #closeRow(): void {
    this.#inRow = false;
    if (this.#cells.length === 0) return;
    // A copy has no room left over for more cells, which takes half as much memory again in a row that grew.
    this.rows.push({ row: this.#row, hidden: this.#hidden, cells: this.#cells.slice() });
  }

  #openCell({ r, s, t }: Attributes): void {
    const address = r === undefined ? { row: this.#row, column: this.#column + 1 } : parseA1(r);
    if (address !== null && !this.#rowIsNumbered && address.row >= this.#row && address.row <= MAX_ROW) {
      this.#row = address.row;
      this.#rowIsNumbered = true;
    }
    if (address === null || address.column > MAX_COLUMN || address.row > MAX_ROW) {
      throw this.#fail('A cell of it has no address that a cell can have.');
    }
    this.#cellRow = address.row;
    this.#column = address.column;
    this.#type = t ?? 'n';
    this.#style = s === undefined ? 0 : Number(s);
    this.#value = null;
    this.#inlineSeen = false;
    this.#formula = null;
    this.#sharedFormula = null;
  }

  #openPiece(name: string, attributes: Attributes): void {
    if (name === 'v') {
      this.#piece = 'v';
      this.#value = '';
    } else if (name === 'f') {
      this.#piece = 'f';
      this.#formula = '';
      this.#sharedFormula = attributes.t === 'shared' ? (attributes.si ?? null) : null;
    } else if (name === 'is') {
      this.#piece = 'is';
      this.#inlineSeen = true;
      this.#inline.reset();
    }
  }

  #closeCell(): void {
    this.#inCell = false;
    if (this.#value === null && this.#formula === null && !this.#inlineSeen) return;
    const raw: RawCell = {
      type: this.#type,
      style: this.#style,
      value: this.#value,
      inline: this.#inlineSeen ? this.#inline.text : null,
      hasFormula: this.#formula !== null,
    };
    const cell = readCell(this.#cellRow, this.#column, raw, this.#formulaLink(), this.#context);
    if (cell.kind === 'blank' && cell.formula !== 'uncached' && cell.link === null) return;
    this.#context.allowance.keep(1);
    // Spreadsheet programs go by the cell's own address, and number the cells after it in the row that it stands in.
    if (this.#cellRow === this.#row) this.#cells.push(cell);
    else this.rows.push({ row: this.#cellRow, hidden: false, cells: [cell] });
  }

  /** A formula that is shared stands in the first of its cells alone; a literal address in it is that of them all. */
  #formulaLink(): string | null {
    if (this.#formula === null) return null;
    const own = linkOfFormula(this.#formula);
    const shared = this.#sharedFormula;
    if (shared === null) return own;
    if (this.#formula !== '') this.#sharedLinks.set(shared, own);
    return this.#sharedLinks.get(shared) ?? null;
  }

  #addMerge({ ref = '' }: Attributes): void {
    const range = parseRange(ref);
    if (range === null) return;
    this.#context.allowance.keep(1);
    this.merges.push(range);
  }

  #addLink(attributes: Attributes): void {
    const range = parseRange(attributes.ref ?? '');
    const id = prefixedAttribute(attributes, 'id');
    const relationship = id === undefined ? undefined : this.#relationships.get(id);
    if (range === null || !relationship?.external || relationship.target === '') return;
    this.#context.allowance.keep(1);
    // Excel keeps what stands behind the `#` of an address as a location of its own.
    const anchor = attributes.location ? `#${attributes.location}` : '';
    this.links.push({ ...range, address: relationship.target + anchor });
  }
}

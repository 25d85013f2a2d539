import type { Cell } from '../grid/grid.ts';
import { HEADER_ROWS } from '../grid/header.ts';
import { localeFacts } from '../grid/locale.ts';
import { readDay } from '../grid/read-day.ts';
import { readAmount } from '../grid/read-number.ts';
import { listed, quoted, said, type Text, term } from '../grid/said.ts';
import { cellText } from '../grid/text.ts';
import { closest } from './closest.ts';
import { type ColumnSpec, SHEETS } from './columns.ts';
import type { FoundSheet } from './find-sheets.ts';
import { comparable } from './name.ts';
import type { Finding } from './report.ts';
import { badMapping } from './sheet-findings.ts';

/** Where the values of a sheet's columns are that the configuration speaks of. */
export interface Origins {
  /** The sheet's own header, by field. */
  readonly headers: ReadonlyMap<string, string>;
  /** The value that every row has, by field. */
  readonly constants: ReadonlyMap<string, Cell>;
  /** What of it cannot be used; fatal where the sheet needs the column. */
  readonly faults: readonly Finding[];
}

/** Holds what the configuration says of a sheet's columns against the sheet. */
export function readOrigins(found: FoundSheet, localeTag: string | null): Origins {
  const headers = new Map<string, string>();
  const constants = new Map<string, Cell>();
  const faults: Finding[] = [];
  if (found.columns.size === 0) return { headers, constants, faults };
  const spec = SHEETS[found.kind];
  const texts = headerTexts(found);
  const known = new Set(texts.map(comparable));
  for (const [field, origin] of found.columns) {
    const name = typeof origin === 'string' ? origin : 'column' in origin ? origin.column : null;
    if (name !== null && known.has(comparable(name))) {
      headers.set(field, name);
      continue;
    }
    const value = typeof origin === 'string' ? origin : 'value' in origin ? origin.value : null;
    const column = spec.columns.find((each) => each.field === field);
    if (value === null || (column && !fits(column, constant(value), found, localeTag))) {
      const why = whyNot(found, value === null ? null : (SORTS[column?.reads ?? 'text'] ?? 'value'));
      const close = closest(name ?? '', texts);
      const guess = close.length === 0 ? said`` : said`. Did you mean ${listed(close.map(quoted), 'or')}`;
      faults.push(badMapping(spec, field, name ?? value ?? '', said`${why}${guess}`));
    } else constants.set(field, constant(value));
  }
  return { headers, constants, faults };
}

/** @param sort what a value in the column would be; null where there is none */
function whyNot({ grid }: FoundSheet, sort: string | null): Text {
  const noHeader = said`the sheet “${grid.sheet}” has no such header`;
  return sort === null ? noHeader : said`${noHeader}, and it is no ${term(sort)}`;
}

const SORTS: Readonly<Partial<Record<ColumnSpec['reads'], string>>> = {
  day: 'day',
  number: 'number',
  share: 'share',
};

/** All texts that may be headers. */
function headerTexts({ grid }: FoundSheet): string[] {
  return grid.rows
    .filter(({ row }) => row <= HEADER_ROWS + 1)
    .flatMap(({ cells }) => cells.map(cellText).filter((text) => text !== ''));
}

function fits(column: ColumnSpec, cell: Cell, { book }: FoundSheet, localeTag: string | null): boolean {
  const locale = localeFacts(localeTag);
  if (column.reads === 'day') return readDay(cell, { locale, date1904: book.date1904 }).ok;
  return column.reads === 'number' || column.reads === 'share' ? readAmount(cell, locale).ok : true;
}

/** A value as a cell that stands nowhere. */
function constant(value: string): Cell {
  return {
    row: 0,
    column: 0,
    kind: 'text',
    value,
    shown: value,
    format: null,
    link: null,
    formula: 'none',
  };
}

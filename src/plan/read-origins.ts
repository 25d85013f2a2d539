import type { Cell } from '../grid/grid.ts';
import { HEADER_ROWS } from '../grid/header.ts';
import { localeFacts } from '../grid/locale.ts';
import { readDay } from '../grid/read-day.ts';
import { readAmount } from '../grid/read-number.ts';
import { cellText } from '../grid/text.ts';
import { closest, didYouMean } from './closest.ts';
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
    const meant = didYouMean(closest(name ?? '', texts));
    if (value === null || (column && !fits(column, constant(value), found, localeTag))) {
      const why = `the sheet “${found.grid.sheet}” has no such header${value === null ? '' : `, and it is no ${SORTS[column?.reads ?? 'text'] ?? 'value'}`}`;
      faults.push(
        badMapping(
          spec,
          field,
          name ?? value ?? '',
          why + (meant === '' ? '' : `.${meant.replace(/\?$/, '')}`),
        ),
      );
    } else constants.set(field, constant(value));
  }
  return { headers, constants, faults };
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

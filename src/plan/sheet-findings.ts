import { a1 } from '../grid/address.ts';
import type { Cell } from '../grid/grid.ts';
import { HEADER_ROWS, type Header, type HeaderColumn } from '../grid/header.ts';
import type { GridRecord } from '../grid/record.ts';
import { listed, quoted, said, type Text, term } from '../grid/said.ts';
import { cellText, isBlank } from '../grid/text.ts';
import { closest } from './closest.ts';
import type { SheetSpec } from './columns.ts';
import type { Finding } from './report.ts';

/** Names in quotation marks, no more of them than a reader will read. */
export function some(names: readonly string[]): Text {
  const shown = names.slice(0, 20).map(quoted);
  const rest = names.length - shown.length;
  return rest === 0 ? listed(shown, 'and') : said`${shown} and ${rest} more`;
}

/** The template's name of a field. */
export function nameOf(spec: SheetSpec, field: string): string {
  return spec.columns.find((column) => column.field === field)?.names[0] ?? field;
}

/** No row has the needed columns. `best` is the row that comes closest. */
export function missingColumns(spec: SheetSpec, needed: readonly string[], best: Header | null): Finding {
  const code = spec.needed ? 'missing-column' : 'sheet-without-header';
  const names = needed.map((field) => nameOf(spec, field));
  const expected = said`No row of the first ${HEADER_ROWS} has the columns that the sheet needs: ${listed(names, 'and')}.`;
  if (best === null) {
    return {
      code,
      message: said`${expected} Those rows are empty.`,
      fix: said`Put a header row above the rows.`,
    };
  }
  const missing = best.missing.map((field) => nameOf(spec, field));
  const unknown = best.unknown.map((column) => column.text);
  const guesses = best.missing.flatMap((field) => {
    const known = spec.columns.find((column) => column.field === field)?.names ?? [];
    const close = [...new Set(known.flatMap((name) => closest(name, unknown)))].slice(0, 3);
    return close.length === 0
      ? []
      : [said` Did you mean ${listed(close.map(quoted), 'or')} by ${nameOf(spec, field)}?`];
  });
  const guess = guesses.reduce((before, one) => said`${before}${one}`, said``);
  const texts = [...best.columns.values(), ...best.unknown, ...best.repeated]
    .sort((one, other) => one.column - other.column)
    .map((column) => column.text);
  const found = texts.length === 0 ? said`nothing` : some(texts);
  return {
    code,
    message: said`${expected} The row at ${a1(best.row, best.left || 1)} comes closest, with ${found}; missing is ${listed(missing, 'and')}.${guess}`,
    fix: said`Add ${listed(missing, 'and')} to the header row, or rename the column that holds it; or say which column it is in data/milepost.json, as the check command proposes.`,
  };
}

export function repeatedColumn(header: Header, column: HeaderColumn & { field: string }): Finding {
  const first = header.columns.get(column.field);
  return {
    code: 'repeated-column',
    message: said`The column ${some([column.text])} means the same as ${some([first?.text ?? ''])}, which was read.`,
    fix: said`Rename or remove the column that is not meant.`,
  };
}

export function ignoredColumns(columns: readonly HeaderColumn[]): Finding {
  return {
    code: 'ignored-columns',
    message: said`Columns that are not known were ignored: ${some(columns.map((column) => column.text))}.`,
    fix: said`Nothing, if that is meant; otherwise rename the column.`,
  };
}

export function tablesBeside(starts: readonly HeaderColumn[]): Finding {
  const cells = starts.map(({ cell }) => a1(cell.row, cell.column));
  return {
    code: 'table-beside',
    message: said`The sheet has more than one table; the first was read, and not what begins at ${listed(cells, 'and')}.`,
    fix: said`Nothing, if that is meant; otherwise move the other table to a sheet of its own.`,
  };
}

/** @param named what rows of the sheet name, such as “goal” */
export function skippedRows(spec: SheetSpec, records: readonly GridRecord[]): Finding {
  const ranges: string[] = [];
  let start: GridRecord | undefined;
  records.forEach((record, index) => {
    start ??= record;
    if (records[index + 1]?.row === record.row + 1) return;
    const [from, to] = [firstCell(start), firstCell(record)];
    ranges.push(from === to ? from : `${from}–${to}`);
    start = undefined;
  });
  const shown = ranges.length > 20 ? [...ranges.slice(0, 20), '…'] : listed(ranges, 'and');
  return {
    code: 'skipped-rows',
    message: said`Headings, totals and other rows that name no ${term(spec.row)} were skipped: ${shown}.`,
    fix: said`Nothing, if that is meant; otherwise fill in ${nameOf(spec, spec.title)} and what else the row needs.`,
  };
}

/** Address of the first cell of a row that holds something. */
export function firstCell(record: GridRecord): string {
  const cell = record.all.find((each) => !isBlank(each));
  return a1(record.row, cell?.column ?? 1);
}

export function filledDown(spec: SheetSpec, field: string, speakers: readonly Cell[]): Finding {
  const cells = speakers.slice(0, 20).map((cell) => a1(cell.row, cell.column));
  const more = speakers.length > cells.length ? [said`${speakers.length - cells.length} more`] : [];
  return {
    code: 'filled-down',
    message: said`Blank cells in ${quoted(nameOf(spec, field))} took the value above them, from ${listed([...cells, ...more], 'and')} on down.`,
    fix: said`Nothing, if that is meant; otherwise fill in the ${nameOf(spec, field)} of each row.`,
  };
}

/** Every row has the same value in a column that the sheet does not have. */
export function constantValue(spec: SheetSpec, field: string, cell: Cell): Finding {
  return {
    code: 'mapped-value',
    message: said`Every row has the ${nameOf(spec, field)} ${quoted(cellText(cell))}, as the configuration says.`,
    fix: said`Nothing, if that is meant; otherwise change it in data/milepost.json.`,
  };
}

export function badMapping(spec: SheetSpec, field: string, text: string, why: Text): Finding {
  return {
    code: 'bad-mapping',
    message: said`The configuration takes ${nameOf(spec, field)} from ${quoted(text)}, but ${why}.`,
    fix: said`Correct ${quoted(spec.name)} in data/milepost.json: name a header of the sheet, or give a value that every row has.`,
  };
}

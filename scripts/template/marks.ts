import type ExcelJS from 'exceljs';
import { columnLetters } from '../../src/grid/address.ts';
import { SHEETS } from '../../src/plan/columns.ts';
import { STATUS_GUIDE } from '../../src/plan/statuses.ts';
import { MARKS } from './look.ts';
import { lettersOf, type SheetLayout } from './sheets.ts';

const FIRST_ROW = 2;

/**
 * Colours that come by themselves: a cell that a row still needs; a row that is done or dropped; an open row past its
 * due day. Formulas have no array constants, which Excel refuses in conditional formats.
 */
export function conditionalFormats(layout: SheetLayout): ExcelJS.ConditionalFormattingOptions[] {
  const { kind, lastRow } = layout;
  const { columns } = SHEETS[kind];
  const last = columnLetters(columns.length);
  const row = `$A${FIRST_ROW}:$${last}${FIRST_ROW}`;
  const formats: ExcelJS.ConditionalFormattingOptions[] = columns
    .filter(({ needed }) => needed)
    .map(({ field }) => {
      const letters = lettersOf(kind, field);
      const formula = `AND(COUNTA(${row})>0,TRIM($${letters}${FIRST_ROW})="")`;
      return marked(`${letters}${FIRST_ROW}:${letters}${lastRow}`, formula, MARKS.missing, 1);
    });
  if (!columns.some(({ field }) => field === 'status')) return formats;
  const range = `A${FIRST_ROW}:${last}${lastRow}`;
  const status = `$${lettersOf(kind, 'status')}${FIRST_ROW}`;
  const due = `$${lettersOf(kind, 'due')}${FIRST_ROW}`;
  const dropped = saysOneOf(status, wordsOf('dropped'));
  const isDone = saysOneOf(status, wordsOf('done'));
  const done = columns.some(({ field }) => field === 'doneOn')
    ? `OR(${isFilled(`$${lettersOf(kind, 'doneOn')}${FIRST_ROW}`)},${isDone})`
    : isDone;
  return [
    ...formats,
    marked(range, dropped, MARKS.dropped, 2),
    marked(range, `AND(${done},NOT(${dropped}))`, MARKS.done, 3),
    marked(range, `AND(ISNUMBER(${due}),${due}<TODAY(),NOT(${done}),NOT(${dropped}))`, MARKS.overdue, 4),
  ];
}

function marked(
  ref: string,
  formula: string,
  style: Partial<ExcelJS.Style>,
  priority: number,
): ExcelJS.ConditionalFormattingOptions {
  return { ref, rules: [{ type: 'expression', formulae: [formula], style, priority }] };
}

/** Filled with anything but a check box that is off. */
function isFilled(cell: string): string {
  return `AND(TRIM(${cell})<>"",${cell}<>FALSE)`;
}

function saysOneOf(cell: string, words: readonly string[]): string {
  return `OR(${words.map((word) => `LOWER(TRIM(${cell}))="${word.replaceAll('"', '""')}"`).join(',')})`;
}

/** A status and what it may be written as, as far as it is plain text. */
function wordsOf(status: string): string[] {
  const words = STATUS_GUIDE.find((entry) => entry.status === status)?.words ?? [];
  return [status, ...words.filter((word) => /^[ -~]+$/.test(word))];
}

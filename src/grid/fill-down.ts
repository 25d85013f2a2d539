import type { Cell } from './grid.ts';
import type { GridRecord } from './record.ts';
import { cellText, isBlank } from './text.ts';

/** What became of a column in which a value is written once and left blank below. */
export interface FilledDown {
  /** The cells whose value was taken for blank ones below them, by rising row. */
  readonly speakers: readonly Cell[];
}

/**
 * Gives blank cells of a column the value above them, in every unbroken block of rows. A sheet that writes the same
 * value in neighbouring rows writes it in every row, so that a blank cell in it is one that was forgotten: nothing is
 * filled down there.
 * @param records all rows of the table, headings and totals among them
 * @param isRow whether a record is a row; one that is not may still speak for those below it, where it holds nothing else
 */
export function fillDown(
  records: readonly GridRecord[],
  field: string,
  isRow: (record: GridRecord) => boolean,
): FilledDown {
  if (isWrittenInEveryRow(records, field, isRow)) return { speakers: [] };
  const speakers: Cell[] = [];
  let speaker: Cell | undefined;
  let before = 0;
  for (const record of records) {
    const own = record.own(field);
    if (record.row !== before + 1) speaker = undefined;
    before = record.row;
    if (!isRow(record)) {
      const isHeading =
        own !== undefined && !isBlank(own) && record.all.filter((cell) => !isBlank(cell)).length === 1;
      speaker = isHeading ? own : undefined;
    } else if (!isBlank(record.cell(field))) speaker = record.cell(field);
    else if (speaker !== undefined) {
      record.speak(field, speaker);
      if (speakers.at(-1) !== speaker) speakers.push(speaker);
    }
  }
  return { speakers };
}

function isWrittenInEveryRow(
  records: readonly GridRecord[],
  field: string,
  isRow: (record: GridRecord) => boolean,
): boolean {
  let above: { row: number; text: string } | null = null;
  for (const record of records) {
    const own = record.own(field);
    if (own === undefined || isBlank(own) || !isRow(record)) continue;
    const text = cellText(own);
    if (above !== null && above.row === record.row - 1 && above.text === text) return true;
    above = { row: record.row, text };
  }
  return false;
}

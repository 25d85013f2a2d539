import { quote } from '../grid/text.ts';
import type { Code } from './catalogue.ts';
import { closest, didYouMean, listWords } from './closest.ts';
import type { RowSource } from './plan.ts';
import type { PlanSheet } from './read-sheet.ts';
import type { Finding } from './report.ts';
import { STATUS_NAMES, STATUS_WORDS } from './statuses.ts';

/** In words, why the value of a field does not make a row of its sheet. */
export function explain(code: Code, sheet: PlanSheet, source: RowSource, field: string): Finding {
  const header = quote(sheet.header.columns.get(field)?.text ?? field);
  const found = quote(source.shown[field] ?? '');
  if (code === 'bad-weight') {
    return {
      code,
      message: `The weight is ${found}; expected is a number above 0.`,
      fix: 'Write a weight above 0, or leave the cell blank for 1. To take the row out of the count, drop it by its status.',
    };
  }
  if (code === 'out-of-range') {
    const range = field === 'satisfaction' ? 'from 0 to 10' : 'from 0 % to 100 %';
    return {
      code,
      message: `The value is ${found}; expected in ${header} is one ${range}.`,
      fix: `Write a value ${range}.`,
    };
  }
  const nothing = source.shown[field] === undefined ? 'is blank' : `says only ${found}`;
  return {
    code,
    message: `The cell in ${header} ${nothing}, and every ${sheet.spec.row} needs one.`,
    fix: `Fill in ${source.cells[field] ?? header}.`,
  };
}

export function unknownStatus(text: string): Finding {
  return {
    code: 'unknown-status',
    message: `${quote(text)} is no status that is understood.${didYouMean(closest(text, STATUS_WORDS))}`,
    fix: `Write one of: ${listWords(STATUS_NAMES, 'or')}.`,
  };
}

import { quote } from '../grid/text.ts';
import type { Code } from './catalogue.ts';
import { closest, didYouMean, listWords } from './closest.ts';
import type { RowSource } from './plan.ts';
import type { PlanSheet } from './read-sheet.ts';
import type { Finding } from './report.ts';
import { FOREIGN_STATUS_WORDS, STATUS_NAMES, STATUS_WORDS } from './statuses.ts';

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

/** What a status that is not understood looks like, with the cure that fits it; the first that holds. */
const NOT_STATUSES: readonly {
  readonly pattern: RegExp;
  readonly is: string;
  readonly cure: string;
}[] = [
  {
    pattern: /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}([./-])\d{1,2}\1\d{2,4}|\d{5})(?:\D.*)?$/,
    is: 'looks like a day, not a status',
    cure: 'If it was done on that day, write the day into Done on and leave this cell blank; otherwise write one of:',
  },
  {
    pattern: /^[~<>≈]?\s*\d+(?:[.,]\d+)?\s*%?$|^\d+\s*(?:\/|of)\s*\d+$|^half$/i,
    is: 'is an amount, not a status',
    cure: 'Write how far a milestone is into Progress, and here one of:',
  },
  {
    pattern: /[,;:(/–—]|\s-\s|\b(?:but|and|or)\b/,
    is: 'says more than one thing, or no status that is understood',
    cure: 'Keep the status alone, and put the rest into Notes. Write one of:',
  },
];

export function unknownStatus(text: string): Finding {
  const sort = NOT_STATUSES.find(({ pattern }) => pattern.test(text));
  const close = sort ? [] : closest(text, STATUS_WORDS);
  const meant = close.length > 0 || sort ? close : closest(text, FOREIGN_STATUS_WORDS);
  return {
    code: 'unknown-status',
    message: `${quote(text)} ${sort?.is ?? 'is no status that is understood'}.${didYouMean(meant)}`,
    fix: `${sort?.cure ?? 'Write one of:'} ${listWords(STATUS_NAMES, 'or')}.`,
  };
}

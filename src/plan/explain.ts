import { listed, quoted, said, type Text, term } from '../grid/said.ts';
import type { Code } from './catalogue.ts';
import { closest, didYouMean } from './closest.ts';
import type { RowSource } from './plan.ts';
import type { PlanSheet } from './read-sheet.ts';
import type { Finding } from './report.ts';
import { FOREIGN_STATUS_WORDS, STATUS_NAMES, STATUS_WORDS } from './statuses.ts';

/** In words, why the value of a field does not make a row of its sheet. */
export function explain(code: Code, sheet: PlanSheet, source: RowSource, field: string): Finding {
  const header = quoted(sheet.header.columns.get(field)?.text ?? field);
  const found = quoted(source.shown[field] ?? '');
  if (code === 'bad-weight') {
    return {
      code,
      message: said`The weight is ${found}; expected is a number above 0.`,
      fix: said`Write a weight above 0, or leave the cell blank for 1. To take the row out of the count, drop it by its status.`,
    };
  }
  if (code === 'out-of-range') {
    const range = field === 'satisfaction' ? said`from 0 to 10` : said`from 0 % to 100 %`;
    return {
      code,
      message: said`The value is ${found}; expected in ${header} is one ${range}.`,
      fix: said`Write a value ${range}.`,
    };
  }
  const nothing = source.shown[field] === undefined ? said`is blank` : said`says only ${found}`;
  return {
    code,
    message: said`The cell in ${header} ${nothing}, and every ${term(sheet.spec.row)} needs one.`,
    fix: said`Fill in ${source.cells[field] ?? header}.`,
  };
}

/** What a status that is not understood looks like, with the cure that fits it; the first that holds. */
const NOT_STATUSES: readonly {
  readonly pattern: RegExp;
  readonly is: Text;
  readonly cure: Text;
}[] = [
  {
    pattern: /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}([./-])\d{1,2}\1\d{2,4}|\d{5})(?:\D.*)?$/,
    is: said`looks like a day, not a status`,
    cure: said`If it was done on that day, write the day into Done on and leave this cell blank; otherwise write one of:`,
  },
  {
    pattern: /^[~<>≈]?\s*\d+(?:[.,]\d+)?\s*%?$|^\d+\s*(?:\/|of)\s*\d+$|^half$/i,
    is: said`is an amount, not a status`,
    cure: said`Write how far a milestone is into Progress, and here one of:`,
  },
  {
    pattern: /[,;:(/–—]|\s-\s|\b(?:but|and|or)\b/,
    is: said`says more than one thing, or no status that is understood`,
    cure: said`Keep the status alone, and put the rest into Notes. Write one of:`,
  },
];

export function unknownStatus(text: string): Finding {
  const sort = NOT_STATUSES.find(({ pattern }) => pattern.test(text));
  const close = sort ? [] : closest(text, STATUS_WORDS);
  const meant = close.length > 0 || sort ? close : closest(text, FOREIGN_STATUS_WORDS);
  return {
    code: 'unknown-status',
    message: said`${quoted(text)} ${sort?.is ?? said`is no status that is understood`}.${didYouMean(meant)}`,
    fix: said`${sort?.cure ?? said`Write one of:`} ${listed(STATUS_NAMES.map(term), 'or')}.`,
  };
}

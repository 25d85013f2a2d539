import type { Sentences } from './sentences.ts';
import { CELLS } from './sentences-de/cells.ts';
import { ROWS } from './sentences-de/rows.ts';
import { SHEETS } from './sentences-de/sheets.ts';
import { TERMS } from './sentences-de/terms.ts';

/** Problems and what settings expect, in German. Names of sheets and columns stay as the template has them. */
export const sentencesDe: Sentences = {
  sentences: new Map(Object.entries({ ...CELLS, ...SHEETS, ...ROWS, ...TERMS })),
  day: (iso) => iso.split('-').reverse().join('.'),
  number: (value) => String(value).replace('.', ','),
};

import { SourceFault } from './fault.ts';

const MIB = 2 ** 20;

/** Larger than any plan without pictures, and what Google Sheets takes for an upload. */
export const MAX_ARCHIVE_BYTES = 100 * MIB;
/** A workbook has a few parts a sheet, and one for each picture. */
export const MAX_ENTRIES = 20_000;
/** About 800,000 rows of 12 cells as XML, more than may be kept; the parts are read piece by piece and never stand in memory whole. */
export const MAX_INFLATED_BYTES = 512 * MIB;
/** XML of real sheets shrinks by 5 to 50 times, of a million empty rows by less than 100; deflate can do 1,032. */
export const MAX_RATIO = 250;
/** Below this size the ratio proves nothing: a few kilobytes of blanks shrink as well as a bomb. */
export const RATIO_COUNTS_FROM_BYTES = 16 * MIB;
/** Cells, shared texts, styles, links and merges that are kept: 360,000 rows of 12 cells, at about 200 bytes each 1 GB. */
export const MAX_ITEMS = 8_000_000;
/** Characters of kept text, one or two bytes each. */
export const MAX_CHARACTERS = 128 * MIB;
/** Parts of a workbook nest about ten deep. */
export const MAX_XML_DEPTH = 256;
/** No element of the file format has more than about fifty attributes. */
export const MAX_XML_ATTRIBUTES = 256;
/** A number has 17 digits that mean something; hundreds of places for more take long to fill in every cell. */
export const MAX_FORMAT_DIGITS = 60;
/** Excel itself allows no more rows and columns, and no more characters in a number format. */
export const MAX_ROW = 1_048_576;
export const MAX_COLUMN = 16_384;
export const MAX_FORMAT_CHARACTERS = 255;

/** What is left of the limits while one workbook is read. Each method throws a SourceFault where too little is left. */
export class Allowance {
  readonly name: string;
  #bytes = MAX_INFLATED_BYTES;
  #items = MAX_ITEMS;
  #characters = MAX_CHARACTERS;

  constructor(name: string) {
    this.name = name;
  }

  inflate(bytes: number): void {
    this.#bytes -= bytes;
    if (this.#bytes < 0) throw tooLarge(this.name, `it unpacks to more than ${MAX_INFLATED_BYTES / MIB} MB`);
  }

  keep(items: number): void {
    this.#items -= items;
    if (this.#items < 0) {
      throw tooLarge(
        this.name,
        `it holds more than ${MAX_ITEMS / 1e6} million filled cells, texts and styles`,
      );
    }
  }

  keepText(characters: number): void {
    this.#characters -= characters;
    if (this.#characters < 0) {
      throw tooLarge(
        this.name,
        `its texts are longer than ${MAX_CHARACTERS / MIB} million characters together`,
      );
    }
  }
}

export function tooLarge(name: string, why: string): SourceFault {
  return new SourceFault({
    code: 'too-large',
    what: `“${name}” is too large to be a plan.`,
    why: `It was not read any further, because ${why}.`,
    fix: 'Check that it is the right file. Delete sheets, rows and pictures that the plan does not need, and save it again.',
  });
}

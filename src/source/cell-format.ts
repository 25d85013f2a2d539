import { format, getFormatDateInfo } from 'numfmt';
import { type Allowance, MAX_FORMAT_CHARACTERS, MAX_FORMAT_DIGITS } from './limits.ts';

/** Days between a day's serial in the 1904 system and in the 1900 system. */
const SHIFT_1904 = 1462;
/** Enough for the days and the shares of a plan, which come back again and again. */
const REMEMBERED = 10_000;
/** General shows numbers of so many characters as they are, and rounds longer ones. */
const PLAIN_CHARACTERS = 10;

/** How cells of one number format are shown, and whether their numbers are days. */
export class CellFormat {
  /** Null is General. */
  readonly code: string | null;
  /**
   * True where the format shows a day, a month or a year. Hours alone, or elapsed ones (`[h]:mm`), make no day; neither
   * do letters that are quoted or escaped.
   */
  readonly isDay: boolean;
  readonly #pattern: string;
  readonly #shift: number;
  readonly #changesText: boolean;
  readonly #allowance: Allowance;
  readonly #shown = new Map<number, string>();

  constructor(code: string, date1904: boolean, allowance: Allowance) {
    const general = /^\s*(?:general)?\s*$/i.test(code) || isTooLong(code);
    const { year, month, day, hours, minutes, seconds } = getFormatDateInfo(general ? '' : code);
    this.code = general ? null : code;
    // In `mm:ss` the minutes pass for a month with numfmt.
    this.isDay = year || day || (month && !(hours || minutes || seconds));
    // A currency's locale does not decide on the separators of its number: those are the reader's.
    this.#pattern = general ? 'General' : this.isDay ? code : code.replace(/(\[\$[^\]-]+)-[^\]]*\]/g, '$1]');
    this.#shift = date1904 && this.isDay ? SHIFT_1904 : 0;
    this.#changesText = !general && code !== '@' && /@|;.*;.*;/s.test(code);
    this.#allowance = allowance;
  }

  /** The number as the cell shows it. A format that is not valid shows it as it is. */
  showNumber(value: number): string {
    if (this.code === null) {
      const plain = String(value);
      if (plain.length <= PLAIN_CHARACTERS && !plain.includes('e')) return plain;
    }
    const known = this.#shown.get(value);
    if (known !== undefined) return known;
    const shown = this.#apply(value + this.#shift) ?? String(value);
    if (this.#shown.size < REMEMBERED) this.#shown.set(value, shown);
    return shown;
  }

  showText(value: string): string {
    return this.#changesText ? (this.#apply(value) ?? value) : value;
  }

  /** Null where the format is not valid. */
  #apply(value: number | string): string | null {
    let shown: string;
    try {
      // Filling up to the column's width leaves blanks at the ends.
      shown = format(this.#pattern, value).trim();
    } catch {
      return null;
    }
    this.#allowance.keepText(shown.length);
    return shown;
  }
}

function isTooLong(code: string): boolean {
  if (code.length > MAX_FORMAT_CHARACTERS) return true;
  return code.length > MAX_FORMAT_DIGITS && code.replace(/[^0#?]/g, '').length > MAX_FORMAT_DIGITS;
}

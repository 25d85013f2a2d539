import type { Severity } from './mark.ts';

/** Fills that mark a cell; the second is for cells whose text is light. Black on the first and white on the second read well. */
const COLOURS = {
  bad: ['F4B6B0', '9C2A22'],
  odd: ['FFE2A8', '7A4D00'],
} as const;
/** Of its fill before, a marked cell keeps the number: in the last of the colour's three parts, where nobody sees it. */
const SHADES = 64;

/** The colour of a solid fill as attributes: `rgb=FFDDEEFF` or `theme=4 tint=0.6`. Empty stands for no fill. */
export type FillColour = string;

/** Attributes of a colour that are known to be safe: this text comes back from a cell. */
const COLOUR = /^(?:rgb=[0-9A-F]{8}|theme=\d{1,3}|indexed=\d{1,3})(?: tint=-?\d(?:\.\d{1,20})?)?$/i;

/**
 * Which fills marked cells had before: they are counted from 1, and 0 is none. The workbook keeps this text between
 * runs, so that a cell that is mended gets back what it had, also where rows were moved in the meantime.
 */
export class FormerFills {
  readonly #colours: FillColour[];

  /** @param text that of an earlier run; what is no colour counts as none */
  constructor(text: string) {
    const colours = text === '' ? [] : text.split('; ').slice(0, SHADES - 1);
    this.#colours = colours.map((colour) => (COLOUR.test(colour) ? colour : ''));
  }

  get text(): string {
    return this.#colours.join('; ');
  }

  /** The number of a former fill; 0 where there is no room for more. */
  numberOf(colour: FillColour): number {
    if (!COLOUR.test(colour)) return 0;
    const known = this.#colours.indexOf(colour);
    if (known >= 0) return known + 1;
    return this.#colours.length < SHADES - 1 ? this.#colours.push(colour) : 0;
  }

  colourOf(number: number): FillColour {
    return this.#colours[number - 1] ?? '';
  }
}

/** The colour of a marked cell, as eight hexadecimal digits; null where the cell is not to be filled. */
export function markColour(severity: Severity, hasLightText: boolean, former: number): string | null {
  if (severity === 'note') return null;
  const base = COLOURS[severity === 'warning' ? 'odd' : 'bad'][hasLightText ? 1 : 0];
  return `FF${(Number.parseInt(base, 16) + former).toString(16).toUpperCase().padStart(6, '0')}`;
}

/** The number of the former fill of a colour that marks a cell; null for any other colour. */
export function formerOf(colour: string): number | null {
  const value = Number.parseInt(colour.slice(-6), 16);
  for (const base of [...COLOURS.bad, ...COLOURS.odd]) {
    const former = value - Number.parseInt(base, 16);
    if (former >= 0 && former < SHADES) return former;
  }
  return null;
}

import { addDays, dayFromIso, dayFromParts, dayFromSerial } from '../grid/day.ts';
import type { Cell } from '../grid/grid.ts';
import { type NumberFormat, showGeneral } from './number-formats.ts';
import { unescapeText } from './shared-strings.ts';

/** A cell as its XML has it. */
export interface RawCell {
  readonly row: number;
  readonly column: number;
  /** The attribute `t`, or null. */
  readonly type: string | null;
  readonly format: NumberFormat | null;
  /** The text of `<v>`, or null where there is none. */
  readonly value: string | null;
  /** The text of `<is>`, or null where there is none. */
  readonly inline: string | null;
  /** The text of `<f>`, or null where the cell has no formula. */
  readonly formula: string | null;
  readonly link: string | null;
}

/** Days between the first day of the 1900 and of the 1904 system. */
const SERIALS_APART = 1462;

/** What a cell holds, or null where it holds nothing: neither a value, nor a formula without a result, nor a link. */
export function cellFrom(raw: RawCell, sharedStrings: readonly string[], date1904: boolean): Cell | null {
  const { row, column, value, format, type } = raw;
  const base = {
    row,
    column,
    format: format?.code ?? null,
    link: raw.link ?? linkOfFormula(raw.formula),
    formula: raw.formula === null ? ('none' as const) : ('cached' as const),
  };
  const blank = (formula: Cell['formula']): Cell | null =>
    formula !== 'uncached' && base.link === null
      ? null
      : { ...base, kind: 'blank', value: null, shown: '', formula };
  const text = (found: string): Cell | null =>
    found === '' ? blank(base.formula) : { ...base, kind: 'text', value: found, shown: found };
  if (raw.inline !== null && (type === 'inlineStr' || value === null)) return text(unescapeText(raw.inline));
  if (value === null || (value === '' && type !== 'str')) {
    return blank(raw.formula === null ? 'none' : type === 'str' ? 'cached' : 'uncached');
  }
  switch (type) {
    case 's':
      return text(sharedStrings[Number(value)] ?? '');
    case 'str':
    case 'inlineStr':
      return text(unescapeText(value));
    case 'b': {
      const isTrue = value.trim() === '1' || value.trim().toLowerCase() === 'true';
      return { ...base, kind: 'boolean', value: isTrue, shown: isTrue ? 'TRUE' : 'FALSE' };
    }
    case 'e':
      return { ...base, kind: 'error', value: value.trim(), shown: value.trim() };
    case 'd': {
      const day = dayFromIso(value.trim().slice(0, 10));
      if (day === null) return text(value);
      const serial = day - (dayFromParts(1899, 12, 30) ?? 0);
      return {
        ...base,
        kind: 'day',
        value: day,
        shown: format?.isDay ? format.show(serial) : value.trim().slice(0, 10),
      };
    }
    default:
      return numberOrDay(raw, value, base, date1904) ?? text(value);
  }
}

type Base = Pick<Cell, 'row' | 'column' | 'format' | 'link' | 'formula'>;

function numberOrDay({ format }: RawCell, value: string, base: Base, date1904: boolean): Cell | null {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return null;
  if (format?.isDay) {
    const day = dayFromSerial(number, date1904);
    const shown = format.show(date1904 ? number + SERIALS_APART : number);
    if (day !== null) return { ...base, kind: 'day', value: addDays(day, 0), shown };
  }
  return { ...base, kind: 'number', value: number, shown: format?.show(number) ?? showGeneral(number) };
}

/** The address that a formula `HYPERLINK("https://…", …)` names as it stands. */
function linkOfFormula(formula: string | null): string | null {
  const match = formula === null ? null : /^\s*HYPERLINK\s*\(\s*"((?:[^"]|"")+)"\s*[,;)]/i.exec(formula);
  return match?.[1]?.replaceAll('""', '"') ?? null;
}

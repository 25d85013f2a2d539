import { format as formatNumber, getFormatDateInfo } from 'numfmt';

/** Formats that a workbook uses by number alone. Those that differ by country show a day, whichever their order. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [5, '$#,##0;-$#,##0'],
  [6, '$#,##0;[Red]-$#,##0'],
  [7, '$#,##0.00;-$#,##0.00'],
  [8, '$#,##0.00;[Red]-$#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'yyyy-mm-dd'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'yyyy-mm-dd h:mm'],
  [37, '#,##0;(#,##0)'],
  [38, '#,##0;[Red](#,##0)'],
  [39, '#,##0.00;(#,##0.00)'],
  [40, '#,##0.00;[Red](#,##0.00)'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
  ...[27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id): [number, string] => [id, 'yyyy-mm-dd']),
  ...[32, 33, 34, 35, 55, 56].map((id): [number, string] => [id, 'h:mm']),
]);

/** A number format, and what it makes of a number. */
export interface NumberFormat {
  readonly code: string;
  /** True where it shows a calendar day: a time of day or a span of hours alone is none. */
  readonly isDay: boolean;
  /** What a spreadsheet shows for a number in the 1900 date system. */
  show(value: number): string;
}

/** The format of a number that workbooks use by it, or null where that is General. */
export function builtInFormat(id: number): string | null {
  return BUILT_IN.get(id) ?? null;
}

const MOST_REMEMBERED = 5000;

/** Understands a format's code. One that cannot be understood shows numbers as they are. */
export function numberFormat(code: string): NumberFormat {
  const { year, month, day } = getFormatDateInfo(code);
  const shown = new Map<number, string>();
  return {
    code,
    isDay: day || year || month,
    show(value) {
      const known = shown.get(value);
      if (known !== undefined) return known;
      const text = show(code, value);
      if (shown.size < MOST_REMEMBERED) shown.set(value, text);
      return text;
    },
  };
}

/** What a spreadsheet shows for a number without a format: at most 11 digits, as a cell of usual width has room for. */
export function showGeneral(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e11 ? String(value) : show('General', value);
}

function show(code: string, value: number): string {
  try {
    return formatNumber(code, value, { throws: true }).trim();
  } catch {
    return String(value);
  }
}

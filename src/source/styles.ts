import { CellFormat } from './cell-format.ts';
import { readXml } from './xml.ts';
import type { Archive } from './zip.ts';

/**
 * Number formats that workbooks name by number alone (ECMA-376 part 1, 18.8.30). Those that stand for the short day of
 * whoever opens the workbook (14, 22, and East Asian ones from 27 on) are shown as ISO days, which nobody misreads.
 */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  ...['General', '0', '0.00', '#,##0', '#,##0.00'].map((code, index) => [index, code] as const),
  [5, '$#,##0_);($#,##0)'],
  [6, '$#,##0_);[Red]($#,##0)'],
  [7, '$#,##0.00_);($#,##0.00)'],
  [8, '$#,##0.00_);[Red]($#,##0.00)'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'yyyy-mm-dd h:mm'],
  ...[32, 33, 34, 35].map((id) => [id, 'h:mm:ss'] as const),
  ...[14, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58].map(
    (id) => [id, 'yyyy-mm-dd'] as const,
  ),
  [37, '#,##0_);(#,##0)'],
  [38, '#,##0_);[Red](#,##0)'],
  [39, '#,##0.00_);(#,##0.00)'],
  [40, '#,##0.00_);[Red](#,##0.00)'],
  [41, '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)'],
  [42, '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)'],
  [43, '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)'],
  [44, '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
]);

/** The number formats of a workbook by the style numbers of its cells. */
export class Styles {
  readonly #formatIds: number[] = [];
  readonly #codes = new Map<number, string>();
  readonly #formats = new Map<number, CellFormat>();
  readonly #date1904: boolean;
  readonly #archive: Archive;

  /** Without a part of styles, or with an empty one, every cell is General. */
  constructor(archive: Archive, path: string | null, date1904: boolean) {
    this.#archive = archive;
    this.#date1904 = date1904;
    if (path === null || archive.isEmpty(path)) return;
    let section = '';
    readXml(archive, path, 'the list of its number formats', {
      open: (name, attributes, depth) => {
        if (depth === 1) section = name;
        if (depth !== 2) return;
        if (section === 'numFmts' && name === 'numFmt') {
          archive.allowance.keep(1);
          this.#codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
        } else if (section === 'cellXfs' && name === 'xf') {
          archive.allowance.keep(1);
          this.#formatIds.push(Number(attributes.numFmtId ?? 0));
        }
      },
    });
  }

  /** The format of a cell by its style number; a number that the workbook does not know is General. */
  format(style: number): CellFormat {
    const id = this.#formatIds[style] ?? 0;
    let format = this.#formats.get(id);
    if (format === undefined) {
      const code = this.#codes.get(id) ?? BUILT_IN.get(id) ?? '';
      format = new CellFormat(code, this.#date1904, this.#archive.allowance);
      this.#formats.set(id, format);
    }
    return format;
  }
}

import { type Archive, damaged } from './archive.ts';
import { builtInFormat, type NumberFormat, numberFormat } from './number-formats.ts';
import { walkXml } from './xml.ts';

/** The number format by a cell's style index; null is General. */
export type Styles = readonly (NumberFormat | null)[];

/** Reads the number formats of a workbook's cell styles. Without a style part every cell is General. */
export function readStyles(archive: Archive, path: string | null): Styles {
  const bytes = path === null ? null : archive.part(path);
  if (bytes === null) return [];
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let inCells = false;
  const whole = walkXml(bytes, {
    open(name, attributes) {
      if (name === 'cellXfs') inCells = true;
      else if (name === 'numFmt')
        codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
      else if (name === 'xf' && inCells) ids.push(Number(attributes.get('numFmtId') ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  if (!whole) throw damaged(archive.name, path ?? undefined);
  const formats = new Map<number, NumberFormat | null>();
  return ids.map((id) => {
    const known = formats.get(id);
    if (known !== undefined) return known;
    const code = codes.get(id) ?? builtInFormat(id);
    const format = code === null || code === '' || /^general$/i.test(code) ? null : numberFormat(code);
    formats.set(id, format);
    return format;
  });
}

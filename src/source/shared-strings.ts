import { detached } from './detached.ts';
import { RichText } from './rich-text.ts';
import { readXml } from './xml.ts';
import type { Archive } from './zip.ts';

/** The texts that cells point at by number, in order; none where the workbook has no such part, or an empty one. */
export function readSharedStrings(archive: Archive, path: string | null): string[] {
  const strings: string[] = [];
  if (path === null || archive.isEmpty(path)) return strings;
  const item = new RichText();
  readXml(archive, path, 'the list of its texts', {
    open(name, _attributes, depth) {
      if (depth === 1) item.reset();
      else item.open(name, depth - 1);
    },
    text(piece) {
      item.add(piece);
    },
    close(name, depth) {
      item.close();
      if (depth !== 1 || name !== 'si') return;
      archive.allowance.keep(1);
      archive.allowance.keepText(item.text.length);
      strings.push(detached(item.text));
    },
  });
  return strings;
}

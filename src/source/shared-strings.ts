import { type Archive, damaged } from './archive.ts';
import { walkXml } from './xml.ts';

/** The texts that cells share, by index. Runs of rich text are joined; how a text is pronounced is no part of it. */
export function readSharedStrings(archive: Archive, path: string | null): readonly string[] {
  const bytes = path === null ? null : archive.part(path);
  if (bytes === null) return [];
  const texts: string[] = [];
  let text = '';
  let inText = false;
  let inPhonetic = 0;
  const whole = walkXml(bytes, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') inPhonetic += 1;
      else if (name === 't') inText = inPhonetic === 0;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic -= 1;
      else if (name === 'si') texts.push(unescapeText(text));
    },
  });
  if (!whole) throw damaged(archive.name, path ?? undefined);
  return texts;
}

/** Characters that XML cannot hold are written `_x000D_`; an underscore before such a text is itself escaped. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

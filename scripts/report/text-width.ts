const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What terminals draw two columns wide: East Asian letters and full-width forms, and what is an emoji by itself. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u;
/** A sign made an emoji by the selector behind it (❤️, 1️⃣), and a flag. */
const EMOJI = /\ufe0f|^\p{RI}{2}$/u;
/** Drawn on the letter before, or not at all; of Hangul, the parts that complete a syllable. */
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u1160-\u11ff\ud7b0-\ud7ff]$/u;
const ASCII = /^[ -~]*$/;

/** How many columns of a terminal a text takes. */
export function columnsOf(text: string): number {
  if (ASCII.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of graphemes.segment(text)) columns += columnsOfGrapheme(segment);
  return columns;
}

function columnsOfGrapheme(grapheme: string): number {
  if (EMOJI.test(grapheme) || (WIDE.test(grapheme) && /\p{Emoji_Presentation}/u.test(grapheme))) return 2;
  let columns = 0;
  for (const character of grapheme) columns += NO_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return columns;
}

/**
 * A text as lines of at most a number of columns (2 or more; infinite for one line), broken at blanks, and inside of a
 * word only where that is too long for a line.
 */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const flush = () => {
    lines.push(line);
    line = '';
    used = 0;
  };
  for (const word of text.split(' ').filter((each) => each !== '')) {
    const width = columnsOf(word);
    if (used > 0 && used + 1 + width > columns) flush();
    if (width <= columns) {
      line += used > 0 ? ` ${word}` : word;
      used += used > 0 ? 1 + width : width;
      continue;
    }
    for (const { segment } of graphemes.segment(word)) {
      const step = columnsOfGrapheme(segment);
      if (used + step > columns) flush();
      line += segment;
      used += step;
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

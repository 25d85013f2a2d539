/**
 * How wide the site's font sets a text, so that names can be placed at build time where no browser can be asked.
 * Advance widths of Atkinson Hyperlegible Next at weight 600, in hundredths of an em, by the characters that share them.
 */
const HUNDREDTHS: readonly (readonly [number, string])[] = [
  [16, '\u2009\u202f'],
  [21, "'"],
  [26, ',.:;|¦j`´'],
  [29, 'i·¹ìíîı¸'],
  [31, ' !l¡ï()\u00a0'],
  [34, '[]'],
  [37, 'f"t-r{}'],
  [40, 'ª¯°_²³º'],
  [43, '/I\\ÌÍÎÏ¨'],
  [50, '*zcsy¢¿çýÿv'],
  [54, 'x¶7?ak~×àáâãäå'],
  [57, 'JL§<>Fehnuèéêëñùúûü^oòóôõöø'],
  [59, 'gð3ETbdpq¤ÈÉÊËþ–'],
  [61, '$+5S±÷¬ß'],
  [63, '0123456789=PZ«»ÞBVY£¥Ý€'],
  [66, 'RCKÇAÀÁÂÃÄÅX'],
  [70, 'DUÙÚÛÜHÐGNÑw'],
  [75, '#&OÒÓÔÕÖØQ'],
  [80, '@©®…“”„'],
  [90, 'M¼½mæW¾œ'],
  [97, 'Æ%—'],
];

const WIDTHS = new Map(
  HUNDREDTHS.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width / 100] as const)),
);
/** Scripts and signs not in the table: full-width for East Asian text and emoji, a wide letter for the rest. */
const FULL_WIDTH =
  /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\p{Extended_Pictographic}]/u;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Widths that were looked up before: a plan's texts have few letters, each many times. */
const found = new Map<string, number>();

function letterWidth(grapheme: string): number {
  const before = found.get(grapheme);
  if (before !== undefined) return before;
  const known = WIDTHS.get(grapheme.normalize('NFD').charAt(0)) ?? WIDTHS.get(grapheme);
  const width = known ?? (FULL_WIDTH.test(grapheme) ? 1.05 : 0.72);
  found.set(grapheme, width);
  return width;
}

/** The letters of a text as one reads them. Of these characters each is one, whatever stands beside it. */
function lettersOf(text: string): readonly string[] {
  if (/^[\x20-\x7e\xa0-\xac\xae-\u02ff\u2013-\u201e\u2026]*$/.test(text)) return text.split('');
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** The width of a text in the unit of `size`, a little over rather than under. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const letter of lettersOf(text)) ems += letterWidth(letter);
  return ems * size * 1.02;
}

/** The text, or as much of it as fits a width with an ellipsis behind; never cut inside of a letter. */
export function fitText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const room = width - textWidth('…', size);
  let kept = '';
  let used = 0;
  for (const letter of lettersOf(text)) {
    used += letterWidth(letter) * size * 1.02;
    if (used > room) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}

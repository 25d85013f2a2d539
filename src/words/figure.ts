/** How a sentence writes a count, in figures: `43`, and `1,324` or `1.324` by the locale. */
export type Figure = (count: number) => string;

/** @param locale BCP 47 tag */
export function figureOf(locale: string): Figure {
  const format = new Intl.NumberFormat(locale);
  return (count) => format.format(count);
}

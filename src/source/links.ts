/** A HYPERLINK formula whose address is a literal text: `HYPERLINK("https://example.com","Example")`. */
const FORMULA = /^\s*[=+]?\s*HYPERLINK\(\s*"((?:[^"]|"")*)"\s*[,;)]/i;

/** Where a formula's link leads, or null where it has none or one that is worked out. */
export function linkOfFormula(formula: string): string | null {
  const address = FORMULA.exec(formula)?.[1]?.replaceAll('""', '"').trim() ?? '';
  return address === '' || address.startsWith('#') ? null : address;
}

/**
 * Shares as percent in a language. The blank that some languages set beside the sign is a narrow one, as typographers
 * set it, which does not break: a full one tears figure and sign apart.
 * @param digits at most as many behind the decimal sign
 */
export function percentFormat(locale: string, digits = 0): (share: number) => string {
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits });
  return (share) => format.format(share).replace(/\u00a0(?=%)|(?<=%)\u00a0/u, '\u202f');
}

/**
 * Shares as percent in a language. The blank that some languages set beside the sign is a narrow one, as typographers
 * set it, which does not break: a full one tears figure and sign apart.
 * @param digits at most as many behind the decimal sign
 */
export function percentFormat(locale: string, digits = 0): (share: number) => string {
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits });
  const known = new Map<number, string>();
  return (share) => {
    let text = known.get(share);
    if (text === undefined) {
      text = format.format(share).replace(/\u00a0(?=%)|(?<=%)\u00a0/u, '\u202f');
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(share, text);
    }
    return text;
  };
}

/** The same shares recur on thousands of pages. Full, what is known is forgotten, so that it stays small. */
const MOST_KNOWN = 10_000;

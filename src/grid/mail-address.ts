/** What may stand before the @, at the end of what does; no longer than the standard lets it be. */
const LOCAL_LENGTH = 64;
const LOCAL = /[\p{L}\p{N}._%+'~#$&*/=?^`{|}-]+$/u;
/** What may stand behind it: names parted by dots, the last of which is no number. */
const DOMAIN_LENGTH = 255;
const DOMAIN = /^(?:[\p{L}\p{N}-]+[.。])+(?=[\p{L}\p{N}-]*\p{L})[\p{L}\p{N}-]+/u;
const AT = /[@＠﹫]/gu;

/**
 * A text with only the part before the @ of each e-mail address in it: `write to ann.lee@example.com` is `write to ann.lee`.
 * Looks at each @ and its surroundings alone, so that no text takes long.
 */
export function withoutMailAddresses(text: string): string {
  if (!/[@＠﹫]/u.test(text)) return text;
  let shown = '';
  let from = 0;
  for (const { index } of text.matchAll(AT)) {
    if (index < from) continue;
    const domain = DOMAIN.exec(text.slice(index + 1, index + 1 + DOMAIN_LENGTH))?.[0];
    // What is shown already counts: an address must not come of what is left of another.
    const before = shown.slice(-LOCAL_LENGTH) + text.slice(Math.max(from, index - LOCAL_LENGTH), index);
    if (domain === undefined || !LOCAL.test(before)) continue;
    shown += text.slice(from, index);
    from = index + 1 + domain.length;
  }
  return (shown + text.slice(from)).replace(/mailto:/gi, '');
}

/** Whether a link leads to an e-mail address, or holds one, escaped or not. */
export function holdsMailAddress(link: string): boolean {
  if (/^mailto:/i.test(link)) return true;
  const plain = unescaped(link);
  return withoutMailAddresses(plain) !== plain;
}

function unescaped(link: string): string {
  try {
    return decodeURIComponent(link);
  } catch {
    return link.replace(/%40/g, '@').replace(/%2e/gi, '.');
  }
}

/** What XML 1.0 cannot hold, and calendars and tables should not: control characters and halves of characters. */
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|\u007f/gu;

/** A text without the characters that a feed cannot hold. New lines and tabs stay. */
export function writable(text: string): string {
  return text.replace(UNWRITABLE, '');
}

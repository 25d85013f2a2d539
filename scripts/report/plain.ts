/** Marks that turn the direction of what follows, by which a text can show something other than it says. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** The sign that U+FFFD is: something stood here that cannot be shown. */
const REPLACEMENT = '\ufffd';

/**
 * Text of a cell as it may stand in a terminal or a log: on one line, without marks that turn its direction, with each
 * control character as a visible sign. It cannot move the cursor, colour the screen, or give a command to the
 * program that keeps the log (`##[` begins one, in the log of a GitHub workflow).
 */
export function plain(text: string): string {
  return text
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .replace(TURNING, '')
    .replace(/[\p{Cc}\p{Cs}]/gu, pictureOf)
    .replaceAll('##[', '# #[')
    .trim();
}

/** Unicode has a picture of each of the first 32 control characters and of delete; the others have none. */
function pictureOf(control: string): string {
  const code = control.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : REPLACEMENT;
}

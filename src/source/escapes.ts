/**
 * Text with the escapes of the file format resolved: `_x000D_` stands for a character by its UTF-16 code in hexadecimal
 * (ECMA-376 part 1, 22.9.2.19, ST_Xstring). `_x005F_` is the underscore of a text that only looks like an escape.
 */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

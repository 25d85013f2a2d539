const DECLARED = /^(<\?xml[^>]*?encoding\s*=\s*)(["'])([\w.-]+)\2/;

/**
 * The text of a part by its byte order mark or its declaration, UTF-8 otherwise. The declaration then says UTF-8, in
 * which a changed part is written. What cannot be decoded becomes the replacement character.
 */
export function decodePart(bytes: Uint8Array): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  const declared = DECLARED.exec(text)?.[3];
  return declared === undefined || /^utf-?8$/i.test(declared) ? text : text.replace(DECLARED, '$1$2UTF-8$2');
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const declared = DECLARED.exec(String.fromCharCode(...bytes.subarray(0, 200)))?.[3] ?? 'utf-8';
  if (/^utf-?16/i.test(declared)) return 'utf-8';
  try {
    return new TextDecoder(declared).encoding;
  } catch {
    return 'utf-8';
  }
}

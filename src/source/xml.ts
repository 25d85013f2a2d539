import { Parser } from 'htmlparser2';

/** Attributes by local name: `r:id` is `id`. */
export type Attributes = ReadonlyMap<string, string>;

export interface XmlHandler {
  /** @param name the element's name without its namespace prefix */
  open?(name: string, attributes: Attributes): void;
  /** A piece of text: one text may come in several pieces. */
  text?(text: string): void;
  close?(name: string): void;
}

const CHUNK = 1 << 20;

/**
 * Walks through XML, element by element, whatever prefixes its names have. External entities are never followed, and
 * depth costs no stack.
 * @returns false where it ends before its first element does: the part is cut off
 */
export function walkXml(bytes: Uint8Array, handler: XmlHandler): boolean {
  const decoder = new TextDecoder(encodingOf(bytes));
  let depth = 0;
  let seen = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        seen = true;
        depth += 1;
        handler.open?.(
          local(name),
          new Map(Object.entries(attributes).map(([key, value]) => [local(key), value])),
        );
      },
      ontext(text) {
        if (depth > 0) handler.text?.(text);
      },
      onclosetag(name) {
        depth -= 1;
        handler.close?.(local(name));
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
  }
  parser.write(decoder.decode());
  const whole = seen && depth === 0;
  parser.end();
  return whole;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

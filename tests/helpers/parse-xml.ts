export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  /** Its own text, without that of what it holds. */
  text: string;
}

const CHARACTERS = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
const ENTITIES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Reads XML 1.0 without comments, CDATA or a document type. Throws where it is not well-formed. */
export function parseXml(xml: string): XmlElement {
  if (!CHARACTERS.test(xml)) throw new Error('a character that XML cannot hold');
  const declaration = /^<\?xml version="1\.0" encoding="utf-8"\?>\n/.exec(xml)?.[0];
  if (declaration === undefined) throw new Error('no declaration');
  const top: XmlElement = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [top];
  for (const [token] of xml.slice(declaration.length).matchAll(/<[^>]*>|[^<]+|</g)) {
    const inner = open.at(-1) ?? top;
    if (!token.startsWith('<')) inner.text += decoded(token);
    else if (token.startsWith('</')) {
      if (open.length < 2 || token !== `</${inner.name}>`) throw new Error(`${token} closes ${inner.name}`);
      open.pop();
    } else {
      const tag = /^<([a-z]+)((?: [a-z]+="[^"<]*")*)(\/?)>$/.exec(token);
      if (tag === null) throw new Error(`${token} is no tag`);
      const [, name = '', attributes = '', empty] = tag;
      const pairs = [...attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)];
      const element: XmlElement = {
        name,
        attributes: new Map(pairs.map(([, key = '', value = '']) => [key, decoded(value)])),
        children: [],
        text: '',
      };
      if (element.attributes.size < pairs.length) throw new Error(`${token} has an attribute twice`);
      inner.children.push(element);
      if (empty === '') open.push(element);
    }
  }
  const [root, ...others] = top.children;
  if (open.length > 1 || root === undefined || others.length > 0 || top.text.trim() !== '') {
    throw new Error('not one element, opened and closed');
  }
  return root;
}

function decoded(text: string): string {
  if (text.includes(']]>')) throw new Error(']]> in a text');
  return text.replace(/&([^;\s]*;?)/g, (found, name: string) => {
    const character = ENTITIES.get(name.replace(/;$/, ''));
    if (name === '#13;') return '\r';
    if (!name.endsWith(';') || character === undefined) throw new Error(`${found} is no entity`);
    return character;
  });
}

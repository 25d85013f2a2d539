import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Attributes, XmlScanner } from '../../src/source/xml-scanner.ts';

type Token = readonly [kind: 'open' | 'close' | 'text', name: string, attributes?: Attributes];

/** What a scanner tells of pieces; neighbouring texts are joined, as where they are cut tells nothing. */
function scan(pieces: readonly string[], maxAttributes = 10): Token[] {
  const tokens: Token[] = [];
  const scanner = new XmlScanner(
    {
      open: (name, attributes) => tokens.push(['open', name, { ...attributes }]),
      close: (name) => tokens.push(['close', name]),
      text(piece) {
        const last = tokens.at(-1);
        if (last?.[0] === 'text') tokens[tokens.length - 1] = ['text', last[1] + piece];
        else tokens.push(['text', piece]);
      },
    },
    maxAttributes,
    (why) => new Error(why),
  );
  for (const piece of pieces) scanner.write(piece);
  scanner.end();
  return tokens;
}

/** Every sort of token, and in each what could be taken for the end or the start of another. */
const ALL = [
  '\ufeff<?xml version="1.0" standalone=\'yes\'?>',
  '<!-- a <c> & a -- > -->',
  '<x:sheet xmlns:x="urn:x">',
  '<c\n\tr = "A1"\r\n s=\'a > b / "c"\'>1 &lt; 2 &amp;&#38;&#x1F600; 東京 😀</c>',
  '<v></v><v/><v />',
  '<t a="&quot;&apos;&#10;"><![CDATA[<raw> &amp; ]] ]>]]]></t >',
  '<?go > ?>',
  '<t>a &unknown; &; & b &#xD800;</t>',
  '</x:sheet>\n',
].join('');

describe('tags and texts', () => {
  it('come with names, attributes and references as XML lays down', () => {
    expect(scan([ALL])).toEqual([
      ['text', '\ufeff'],
      ['open', 'x:sheet', { 'xmlns:x': 'urn:x' }],
      ['open', 'c', { r: 'A1', s: 'a > b / "c"' }],
      ['text', '1 < 2 &&😀 東京 😀'],
      ['close', 'c'],
      ['open', 'v', {}],
      ['close', 'v'],
      ['open', 'v', {}],
      ['close', 'v'],
      ['open', 'v', {}],
      ['close', 'v'],
      ['open', 't', { a: '"\'\n' }],
      ['text', '<raw> &amp; ]] ]>]'],
      ['close', 't'],
      ['open', 't', {}],
      ['text', 'a &unknown; &; & b \ufffd'],
      ['close', 't'],
      ['close', 'x:sheet'],
      ['text', '\n'],
    ]);
  });

  it('are the same wherever the text is cut in two', () => {
    const whole = scan([ALL]);
    for (let cut = 0; cut <= ALL.length; cut++) {
      expect(scan([ALL.slice(0, cut), ALL.slice(cut)]), `cut at ${cut}`).toEqual(whole);
    }
  });

  it('are the same in pieces of any sizes, down to single characters', () => {
    const whole = scan([ALL]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), (sizes) => {
        const pieces: string[] = [];
        for (let at = 0; at < ALL.length; ) {
          const size = sizes[pieces.length % sizes.length] ?? 1;
          pieces.push(ALL.slice(at, at + size));
          at += size;
        }
        expect(scan(pieces)).toEqual(whole);
      }),
    );
  });

  it('names that all objects share are only names', () => {
    const [token] = scan(['<a __proto__="x" constructor="y" toString="z" r="1" r="2"/>']);
    expect(token?.[2]).toEqual({ constructor: 'y', toString: 'z', r: '1' });
  });
});

describe('what is no XML of a workbook is refused', () => {
  it.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a/>', 'document type'],
    ['a document type in lower case', '<!doctype a><a/>', 'document type'],
    ['another declaration', '<!ELEMENT a ANY><a/>', 'declaration'],
    ['a tag with no name', '< a/>', 'no name'],
    ['an attribute with no value', '<a b></a>', 'no value'],
    ['an attribute with no quotes', '<a b=c></a>', 'no quotes'],
    ['a slash within a tag', '<a / b="c"></a>', 'slash'],
    ['more attributes than allowed', '<a b="1" c="2" d="3"/>', 'too many attributes'],
    ['a tag that does not end', '<a><b c="d"', 'no whole XML'],
    ['an attribute that does not end', '<a b="c></a>', 'no whole XML'],
    ['a comment that does not end', '<a><!-- </a>', 'no whole XML'],
    ['a CDATA section that does not end', '<a><![CDATA[ </a>', 'no whole XML'],
    ['an instruction that does not end', '<a/><?b ', 'no whole XML'],
  ])('%s, wherever it is cut', (_, text, why) => {
    for (let cut = 0; cut <= text.length; cut++) {
      expect(() => scan([text.slice(0, cut), text.slice(cut)], 2), `cut at ${cut}`).toThrow(why);
    }
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../src/source/workbook.ts';
import { rawZip } from './raw-zip.ts';

const CASES = resolve(import.meta.dirname, '../cases/workbooks/plans');
const PLANS = readdirSync(CASES)
  .filter((file) => file.endsWith('.xlsx'))
  .map((file) => {
    const bytes = readFileSync(join(CASES, file));
    const parts = Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith('/'));
    return { file, parts, workbook: readWorkbook(bytes, file) };
  });

/** Changes the tags of XML, not what stands in declarations, comments and CDATA. */
const tags = (change: (tag: string) => string) => (xml: string) =>
  xml.replace(/<!\[CDATA\[.*?\]\]>|<[^>]*>/gs, (tag) => (/^<[!?]/.test(tag) ? tag : change(tag)));
/** Changes the texts of cells and of the shared list, and their numbers. */
const texts = (change: (text: string) => string) => (xml: string) =>
  xml.replace(/(<(?:t|v)(?:\s[^>]*)?>)([^<&]+)(?=<)/g, (_, tag: string, text: string) => tag + change(text));
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Other ways of writing the same XML. */
const REWRITTEN: Readonly<Record<string, (xml: string) => string | Uint8Array>> = {
  'elements with a prefix': (xml) =>
    xml.includes('xmlns:p=')
      ? xml
      : tags((tag) => tag.replace(/^<(\/?)/, '<$1p:').replace(' xmlns=', ' xmlns:p='))(xml),
  'the strict form': (xml) =>
    xml
      .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
      .replaceAll(OFFICE, 'http://purl.oclc.org/ooxml/officeDocument/relationships'),
  'UTF-16': (xml) => Buffer.from(`\ufeff${xml.replace(/encoding="[^"]*"/i, 'encoding="UTF-16"')}`, 'utf16le'),
  'single quotation marks': tags((tag) => tag.replace(/="([^"']*)"/g, "='$1'")),
  'blanks within tags': tags((tag) =>
    tag.replace(/\s+([\w:]+)="/g, '\n\t$1 = "').replace(/(?<!<)(\/?)>$/, '\n$1>'),
  ),
  'an end for each element': tags((tag) => tag.replace(/^<([\w:.-]+)(.*)\/>$/s, '<$1$2></$1>')),
  'comments behind ends': tags((tag) => (/^<\/|\/>$/.test(tag) ? `${tag}<!-- <c r="A1"> & -->` : tag)),
  'texts as CDATA': (xml) => texts((text) => `<![CDATA[${text}]]>`)(xml),
  'characters by number': (xml) =>
    texts((text) => [...text.replace(/\r\n?/g, '\n')].map((each) => `&#${each.codePointAt(0)};`).join(''))(
      xml,
    ),
  'no dimension and spans': (xml) => xml.replace(/<dimension[^>]*>(?:<\/dimension>)?|\sspans="[^"]*"/g, ''),
};

describe('the same plan, written in another way, is the same plan', () => {
  it.each(Object.entries(REWRITTEN))('%s', (_, rewrite) => {
    for (const { file, parts, workbook } of PLANS) {
      const bytes = rawZip(
        parts.map(([path, content]) => {
          const xml = new TextDecoder().decode(content);
          return { path, content: /\.(?:xml|rels)$/.test(path) ? rewrite(xml) : content };
        }),
      );
      expect(bytes.equals(rawZip(parts.map(([path, content]) => ({ path, content }))))).toBe(false);
      expect(readWorkbook(bytes, file), file).toEqual(workbook);
    }
  });

  it('without the parts that programs may leave out', () => {
    for (const { file, parts, workbook } of PLANS) {
      const needed = /^xl\/(?:_rels\/)?(?:workbook|worksheets|styles|sharedStrings)/;
      const kept = parts.filter(([path]) => needed.test(path)).map(([path, content]) => ({ path, content }));
      expect(kept.length).toBeLessThan(parts.length);
      expect(readWorkbook(rawZip(kept), file), file).toEqual(workbook);
    }
  });
});

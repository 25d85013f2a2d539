import type { Severity } from './mark.ts';
import { Edits, type Element, type Ending, visit } from './xml-edit.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A workbook without styles has just these: what every workbook must have of each sort. */
export const BARE_STYLES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs></styleSheet>`;

/** Opaque red, amber and grey, light enough for black text. */
const FILLS: Readonly<Record<Severity, string>> = {
  fatal: 'FFF4B6B0',
  error: 'FFF4B6B0',
  warning: 'FFFFE2A8',
  note: 'FFE3E6EA',
};

/** The styles of the list of problems. */
export interface ListStyles {
  readonly title: number;
  readonly header: number;
  readonly text: number;
  readonly link: number;
}

/** What each list of a workbook's styles must at least hold, in the order in which they stand. */
const LEAST: readonly (readonly [name: string, entries: string])[] = [
  ['fonts', '<font><sz val="11"/><name val="Calibri"/></font>'],
  [
    'fills',
    '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  ],
  ['borders', '<border/>'],
  ['cellStyleXfs', '<xf/>'],
  ['cellXfs', '<xf/>'],
];

/** Styles with the lists that a program has left out. */
export function withAllLists(xml: string): string {
  let text = xml;
  // From the last to the first, so that each stands before those that must follow it.
  let before: string | null = null;
  for (const [name, entries] of [...LEAST].reverse()) {
    const edits = new Edits(text);
    let isThere = false;
    let place: number | null = null;
    visit(text, {
      open(element) {
        if (element.depth !== 1) return;
        if (element.name === name) isThere = true;
        if (place === null && (element.name === before || AFTER_LISTS.has(element.name)))
          place = element.start;
      },
      close(element, ending) {
        if (element.depth !== 0 || isThere) return;
        const p = element.prefix;
        const own = `<${p}${name}>${entries.replace(/<(\/?)/g, `<$1${p}`)}</${p}${name}>`;
        if (place === null) edits.append(element, ending, own);
        else edits.insert(place, own);
      },
    });
    text = edits.text;
    before = name;
  }
  return text;
}

const AFTER_LISTS: ReadonlySet<string> = new Set(['cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst']);

interface Section {
  readonly element: Element;
  readonly ending: Ending;
  readonly count: number;
}

/** A list of styles, to which some are added. Those that are there keep their numbers. */
export class StyleSheet {
  readonly #xml: string;
  readonly #sections = new Map<string, Section>();
  /** Each cell style as it stands. */
  readonly #xfs: { readonly element: Element; readonly ending: Ending }[] = [];
  readonly #added: Record<'fonts' | 'fills' | 'cellXfs', string[]> = { fonts: [], fills: [], cellXfs: [] };
  readonly #filled = new Map<string, number>();
  readonly #fillOf = new Map<string, number>();

  constructor(xml: string) {
    this.#xml = xml;
    let section = '';
    let count = 0;
    visit(xml, {
      open: (element) => {
        if (element.depth === 1) {
          section = element.name;
          count = 0;
        } else if (element.depth === 2) count++;
      },
      close: (element, ending) => {
        if (element.depth === 1) this.#sections.set(element.name, { element, ending, count });
        if (element.depth === 2 && section === 'cellXfs') this.#xfs.push({ element, ending });
      },
    });
  }

  /** The style of a cell with the fill of a severity: all else of it stays. */
  filled(style: number, severity: Severity): number {
    const key = `${style}/${FILLS[severity]}`;
    let index = this.#filled.get(key);
    if (index === undefined) {
      const xf = this.#xfs[style] ?? this.#xfs[0];
      index = this.#add('cellXfs', xf === undefined ? this.#plainXf(severity) : this.#withFill(xf, severity));
      this.#filled.set(key, index);
    }
    return index;
  }

  listStyles(): ListStyles {
    const p = this.#prefix;
    const font = (bold: boolean, size: number, colour: string, underlined = false): number =>
      this.#add(
        'fonts',
        `<${p}font>${bold ? `<${p}b/>` : ''}${underlined ? `<${p}u/>` : ''}<${p}sz val="${size}"/><${p}color rgb="${colour}"/><${p}name val="Calibri"/></${p}font>`,
      );
    const xf = (fontId: number, wrap: boolean): number =>
      this.#add(
        'cellXfs',
        `<${p}xf numFmtId="0" fontId="${fontId}" fillId="0" borderId="0" applyFont="1" applyAlignment="1"><${p}alignment vertical="top"${wrap ? ' wrapText="1"' : ''}/></${p}xf>`,
      );
    return {
      title: xf(font(true, 16, 'FF1F2A33'), false),
      header: xf(font(true, 11, 'FF1F2A33'), true),
      text: xf(font(false, 11, 'FF1F2A33'), true),
      link: xf(font(false, 11, 'FF1F4E9E', true), true),
    };
  }

  get text(): string {
    const edits = new Edits(this.#xml);
    for (const name of ['fonts', 'fills', 'cellXfs'] as const) {
      const section = this.#sections.get(name);
      const added = this.#added[name];
      if (section === undefined || added.length === 0) continue;
      edits.setAttribute(section.element, 'count', `${section.count + added.length}`);
      edits.append(section.element, section.ending, added.join(''));
    }
    return edits.text;
  }

  get #prefix(): string {
    return this.#sections.get('cellXfs')?.element.prefix ?? '';
  }

  #add(name: 'fonts' | 'fills' | 'cellXfs', xml: string): number {
    return (this.#sections.get(name)?.count ?? 0) + this.#added[name].push(xml) - 1;
  }

  #fill(severity: Severity): number {
    const colour = FILLS[severity];
    let index = this.#fillOf.get(colour);
    if (index === undefined) {
      const p = this.#prefix;
      index = this.#add(
        'fills',
        `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${colour}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`,
      );
      this.#fillOf.set(colour, index);
    }
    return index;
  }

  #plainXf(severity: Severity): string {
    return `<${this.#prefix}xf numFmtId="0" fontId="0" fillId="${this.#fill(severity)}" borderId="0" applyFill="1"/>`;
  }

  #withFill(xf: { element: Element; ending: Ending }, severity: Severity): string {
    const { start } = xf.element;
    const moved = { ...xf.element, start: 0, openEnd: xf.element.openEnd - start };
    const edits = new Edits(this.#xml.slice(start, xf.ending.end));
    edits.setAttribute(moved, 'fillId', `${this.#fill(severity)}`);
    edits.setAttribute(moved, 'applyFill', '1');
    return edits.text;
  }
}

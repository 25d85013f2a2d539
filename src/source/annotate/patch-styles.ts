import { type FillColour, type FormerFills, formerOf, markColour } from './fills.ts';
import type { Severity } from './mark.ts';
import { Edits, type Element, namespaces, type Placed, visit } from './xml-edit.ts';

/** What each list of a workbook's styles must at least hold, in the order in which the lists stand. */
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
const AFTER_LISTS: ReadonlySet<string> = new Set(['cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst']);

/** Styles of a workbook that has none. */
export function bareStyles(strict: boolean): string {
  return withAllLists(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${namespaces(strict).main}"/>`,
  );
}

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
        if (place === null) edits.append([element, ending], own);
        else edits.insert(place, own);
      },
    });
    text = edits.text;
    before = name;
  }
  return text;
}

/** The styles of the list of problems. */
export interface ListStyles {
  readonly title: number;
  readonly help: number;
  readonly header: number;
  readonly text: number;
  readonly link: number;
  readonly severity: Readonly<Record<Severity, number>>;
}

type List = 'fonts' | 'fills' | 'borders' | 'cellXfs';

/** A list of styles, to which some are added. Those that are there keep their numbers. */
export class StyleSheet {
  /** Whether fills of an earlier run may be there, which are to be taken back. */
  readonly hasOldFills: boolean;
  readonly #xml: string;
  readonly #former: FormerFills;
  readonly #sections = new Map<string, { readonly placed: Placed; readonly count: number }>();
  readonly #xfs: Placed[] = [];
  /** The colour of each fill that is a solid one, and of each font. */
  readonly #fillColours: FillColour[] = [];
  readonly #fontColours: FillColour[] = [];
  readonly #added: Record<List, string[]> = { fonts: [], fills: [], borders: [], cellXfs: [] };
  readonly #known = new Map<string, number>();

  /** @param hasOldFills whether the workbook was marked before, so that `former` tells what its fills stand for */
  constructor(xml: string, former: FormerFills, hasOldFills: boolean) {
    this.#xml = xml;
    this.#former = former;
    this.hasOldFills = hasOldFills;
    let section = '';
    let count = 0;
    let isSolid = false;
    visit(xml, {
      open: (element) => {
        const { depth, name, attributes } = element;
        if (depth === 1) {
          section = name;
          count = 0;
        } else if (depth === 2) {
          count++;
          if (section === 'fills') this.#fillColours.push('');
          if (section === 'fonts') this.#fontColours.push('');
        } else if (depth === 3 && name === 'patternFill') isSolid = attributes.patternType === 'solid';
        if (depth === 4 && section === 'fills' && name === 'fgColor' && isSolid) {
          this.#fillColours.splice(-1, 1, colourOf(element));
        }
        if (depth === 3 && section === 'fonts' && name === 'color') {
          this.#fontColours.splice(-1, 1, colourOf(element));
        }
      },
      close: (element, ending) => {
        if (element.depth === 1) this.#sections.set(element.name, { placed: [element, ending], count });
        if (element.depth === 2 && section === 'cellXfs') this.#xfs.push([element, ending]);
      },
    });
  }

  /** The style of a cell with the fill of a severity: all else of it stays. */
  filled(style: number, severity: Severity): number {
    return this.#once(`filled ${style} ${severity}`, () => {
      const xf = this.#xfs[style]?.[0] ?? this.#xfs[0]?.[0];
      const colour = this.#fillColours[Number(xf?.attributes.fillId ?? 0)] ?? '';
      const old = this.#oldFormer(colour);
      const former = old ?? this.#former.numberOf(colour);
      const isLight = isLightText(this.#fontColours[Number(xf?.attributes.fontId ?? 0)] ?? '');
      const mark = markColour(severity, isLight, former);
      if (mark === null) return this.unfilled(style);
      return this.#withFill(style, this.#solidFill(`rgb=${mark}`));
    });
  }

  /** The style that a cell with a fill of an earlier run had before; that of any other cell is its own. */
  unfilled(style: number): number {
    if (!this.hasOldFills) return style;
    return this.#once(`unfilled ${style}`, () => {
      const old = this.#oldFormer(
        this.#fillColours[Number(this.#xfs[style]?.[0].attributes.fillId ?? 0)] ?? '',
      );
      if (old === null) return style;
      const colour = this.#former.colourOf(old);
      return this.#withFill(style, colour === '' ? 0 : this.#solidFill(colour));
    });
  }

  #oldFormer(colour: FillColour): number | null {
    return this.hasOldFills && colour.startsWith('rgb=') ? formerOf(colour) : null;
  }

  listStyles(): ListStyles {
    const p = this.#prefix;
    const font = (flags: readonly string[], size: number, colour: string): number =>
      this.#add(
        'fonts',
        `<${p}font>${flags.map((flag) => `<${p}${flag}/>`).join('')}<${p}sz val="${size}"/><${p}color rgb="${colour}"/><${p}name val="Calibri"/><${p}family val="2"/></${p}font>`,
      );
    const line = (style: string, colour: string): number =>
      this.#add(
        'borders',
        `<${p}border><${p}left/><${p}right/><${p}top/><${p}bottom style="${style}"><${p}color rgb="${colour}"/></${p}bottom><${p}diagonal/></${p}border>`,
      );
    const xf = (fontId: number, borderId: number, wrap: boolean, fillId = 0): number =>
      this.#add(
        'cellXfs',
        `<${p}xf numFmtId="0" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><${p}alignment horizontal="left" vertical="top" indent="1"${wrap ? ' wrapText="1"' : ''}/></${p}xf>`,
      );
    const [plain, bold] = [font([], 11, 'FF1F2A33'), font(['b'], 11, 'FF1F2A33')];
    const [thin, thick] = [line('thin', 'FFD5DADF'), line('medium', 'FF1F2A33')];
    const chip = (severity: Severity): number => {
      const colour = markColour(severity, false, 0);
      return xf(bold, thin, false, colour === null ? 0 : this.#solidFill(`rgb=${colour}`));
    };
    return {
      title: xf(font(['b'], 16, 'FF1F2A33'), 0, false),
      help: xf(font([], 11, 'FF55606B'), 0, false),
      header: xf(bold, thick, true),
      text: xf(plain, thin, true),
      link: xf(font(['u'], 11, 'FF1F4E9E'), thin, true),
      severity: {
        fatal: chip('fatal'),
        error: chip('error'),
        warning: chip('warning'),
        note: chip('note'),
      },
    };
  }

  get text(): string {
    const edits = new Edits(this.#xml);
    for (const name of ['fonts', 'fills', 'borders', 'cellXfs'] as const) {
      const section = this.#sections.get(name);
      const added = this.#added[name];
      if (section === undefined || added.length === 0) continue;
      edits.setAttribute(section.placed[0], 'count', `${section.count + added.length}`);
      edits.append(section.placed, added.join(''));
    }
    return edits.text;
  }

  get #prefix(): string {
    return this.#sections.get('cellXfs')?.placed[0].prefix ?? '';
  }

  #once(key: string, make: () => number): number {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.#known.set(key, made);
    return made;
  }

  #add(list: List, xml: string): number {
    return this.#once(
      `${list} ${xml}`,
      () => (this.#sections.get(list)?.count ?? 0) + this.#added[list].push(xml) - 1,
    );
  }

  #solidFill(colour: FillColour): number {
    const p = this.#prefix;
    const attributes = colour.replace(/(\w+)=(\S+)/g, '$1="$2"');
    return this.#add(
      'fills',
      `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor ${attributes}/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`,
    );
  }

  #withFill(style: number, fill: number): number {
    const placed = this.#xfs[style] ?? this.#xfs[0];
    if (placed === undefined) {
      return this.#add(
        'cellXfs',
        `<${this.#prefix}xf numFmtId="0" fontId="0" fillId="${fill}" borderId="0" applyFill="1"/>`,
      );
    }
    const [element, { end }] = placed;
    const moved = { ...element, start: 0, openEnd: element.openEnd - element.start };
    const edits = new Edits(this.#xml.slice(element.start, end));
    edits.setAttribute(moved, 'fillId', `${fill}`);
    edits.setAttribute(moved, 'applyFill', '1');
    return this.#add('cellXfs', edits.text);
  }
}

/** In the form of `FillColour`, empty where it names none. */
function colourOf({ attributes }: Element): FillColour {
  const tint = attributes.tint === undefined ? '' : ` tint=${attributes.tint}`;
  if (attributes.rgb !== undefined) return `rgb=${attributes.rgb}${tint}`;
  if (attributes.theme !== undefined) return `theme=${attributes.theme}${tint}`;
  return attributes.indexed === undefined ? '' : `indexed=${attributes.indexed}${tint}`;
}

/** White and what comes near it: such text is not to be read on a light fill. */
function isLightText(colour: FillColour): boolean {
  // The first colour of a theme is that of paper; 1 and 9 are white in the indexed colours.
  if (/^(?:theme=0|indexed=[19])(?:$| tint=-0\.[0-2])/.test(colour)) return true;
  const rgb = /^rgb=[0-9a-f]{2}([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour);
  if (rgb === null) return false;
  const [red, green, blue] = rgb.slice(1).map((part) => (Number.parseInt(part, 16) / 255) ** 2.2);
  // Relative luminance, by WCAG 2.2.
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0) > 0.4;
}

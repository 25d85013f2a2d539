/**
 * Markup made as text, for what stands on pages by the thousand. Astro's own templates make several objects of every value
 * and condition; of text nothing is left but the text. Everything else is a component.
 */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: text, which is escaped, and markup, which is not; null, undefined and false stand for nothing. */
export type Part = string | number | Markup | null | undefined | false | readonly Part[];

/**
 * A template of HTML. Whatever it is filled in with is escaped, whether it stands in an element or in an attribute between double
 * quotes; only what another template made is printed as it is. As in components, blanks and line breaks come to one blank.
 */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const { fixed, isValue } = readTemplate(template);
  let text = fixed[0] ?? '';
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    text += typeof part === 'string' && isValue[i] ? escapeValue(part) : printed(part);
    text += fixed[i + 1];
  }
  return new Markup(text);
}

function printed(part: Part): string {
  if (typeof part === 'string') return escapeText(part);
  if (part instanceof Markup) return part.text;
  if (part === null || part === undefined || part === false) return '';
  return typeof part === 'number' ? String(part) : part.map(printed).join('');
}

interface Template {
  /** What stands between the parts. */
  readonly fixed: readonly string[];
  /** Of each part whether it is the value of an attribute. */
  readonly isValue: readonly boolean[];
}

/** Each template of the program once. */
const templates = new WeakMap<TemplateStringsArray, Template>();

function readTemplate(template: TemplateStringsArray): Template {
  const known = templates.get(template);
  if (known) return known;
  const fixed = template.map((text) => text.replace(/\s+/g, ' '));
  let before = '';
  const isValue = fixed.slice(0, -1).map((text) => {
    before += text;
    return before.endsWith('="') && before.lastIndexOf('<') > before.lastIndexOf('>');
  });
  const read = { fixed, isValue };
  templates.set(template, read);
  return read;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);
const entity = (sign: string) => ENTITIES.get(sign) ?? sign;

/** Safe everywhere but in script and style. */
function escapeText(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, entity) : text;
}

/** Safe between double quotes, where nothing else ends a value. */
function escapeValue(text: string): string {
  return /[&"]/.test(text) ? text.replace(/[&"]/g, entity) : text;
}

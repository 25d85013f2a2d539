import { type Day, isoFromDay } from './day.ts';
import { excerpt } from './text.ts';

/**
 * Something to be said that is in no language yet: a sentence, or a part of one, by its English template, in which `{0}`,
 * `{1}` and so on stand for its parts.
 */
export interface Text {
  readonly template: string;
  readonly parts: readonly Part[];
}

/** What stands in a sentence; an array is a list by commas. Plain text comes from cells, and is the same everywhere. */
export type Part = string | number | Text | { readonly day: Day } | readonly Part[];

/** How a language says what has an English template. */
export interface Language {
  /**
   * The language's own template by the English one. Placeholders may come in another order. `{0:form}` asks for a form of
   * a word, which stands under that word, a colon and the form. What is not in here is said in English.
   */
  readonly sentences: ReadonlyMap<string, string>;
  /** A day, which is given as `YYYY-MM-DD`. */
  readonly day: (iso: string) => string;
  readonly number: (value: number) => string;
}

const ENGLISH: Language = { sentences: new Map(), day: (iso) => iso, number: String };

/** A tag for template literals: the sentence that it holds, with what stands in it. */
export function said(strings: TemplateStringsArray, ...parts: readonly Part[]): Text {
  return { template: templateOf(strings), parts };
}

/** A word of the program's own, such as `goal`, that is looked up in other languages. */
export function term(english: string): Text {
  return { template: english, parts: [] };
}

/** Text of a cell in quotation marks, on one line, cut where it is long. */
export function quoted(text: string): Text {
  return said`“${excerpt(text)}”`;
}

/** `A, B and C`. */
export function listed(parts: readonly Part[], last: 'and' | 'or'): Text {
  const [only = '', ...more] = parts;
  if (more.length === 0) return said`${only}`;
  const [before, end = ''] = [parts.slice(0, -1), parts.at(-1)];
  return last === 'and' ? said`${before} and ${end}` : said`${before} or ${end}`;
}

export function inEnglish(text: Text): string {
  return inLanguage(text, ENGLISH);
}

export function inLanguage(text: Text, language: Language): string {
  const template = language.sentences.get(text.template) ?? text.template;
  return template.replace(/\{(\d+)(?::([^{}]+))?\}/g, (_, index: string, form: string | undefined) =>
    partIn(text.parts[Number(index)] ?? '', form, language),
  );
}

function partIn(part: Part, form: string | undefined, language: Language): string {
  if (typeof part === 'string') return part;
  if (typeof part === 'number') return language.number(part);
  if ('day' in part) return language.day(isoFromDay(part.day));
  if ('template' in part) {
    const inflected = form === undefined ? undefined : language.sentences.get(`${part.template}:${form}`);
    return inflected ?? inLanguage(part, language);
  }
  return part.map((each) => partIn(each, form, language)).join(', ');
}

/** A literal keeps its strings, however often it is evaluated. */
const templates = new WeakMap<TemplateStringsArray, string>();

function templateOf(strings: TemplateStringsArray): string {
  const known = templates.get(strings);
  if (known !== undefined) return known;
  const template = strings.map((text, index) => (index === 0 ? text : `{${index - 1}}${text}`)).join('');
  templates.set(strings, template);
  return template;
}

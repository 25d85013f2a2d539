import type { Part } from '../../src/grid/said.ts';
import type { Sentences } from '../../src/words/sentences.ts';

/** What no language needs to translate: placeholders, digits, signs. A quotation mark differs between languages. */
export function needsTranslation(template: string): boolean {
  return /\p{L}|[“”]/u.test(template.replace(/\{\d+\}/g, ''));
}

/** The templates within a text, or a part of one, that a language does not have. */
export function untranslated(part: Part, language: Sentences): string[] {
  if (typeof part !== 'object' || 'day' in part) return [];
  if (!('template' in part)) return part.flatMap((each) => untranslated(each, language));
  const { template, parts } = part;
  const isMissing = needsTranslation(template) && !language.sentences.has(template);
  return [...(isMissing ? [template] : []), ...untranslated(parts, language)];
}

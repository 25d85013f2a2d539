/**
 * The words of a list by commas, each in all its endings: braces give them, so that `fait{|e|s}` is fait, faite and
 * faits.
 */
export function words(list: string): readonly string[] {
  return list.split(',').flatMap((word) => endings(word.trim()));
}

function endings(word: string): string[] {
  const [, before = '', choices = '', after = ''] = /^([^{}]*)\{([^{}]*)\}(.*)$/.exec(word) ?? [];
  return word.includes('{')
    ? choices.split('|').flatMap((ending) => endings(before + ending + after))
    : [word];
}

import { fail } from './reading.ts';
import { quoted, said, type Text } from './said.ts';

const NUMBER = String.raw`([-−]?\d+(?:[.,'’ ]\d+)*\s*%?)`;

interface Kind {
  readonly pattern: RegExp;
  readonly is: Text;
  readonly fix: (numbers: readonly string[]) => Text;
}

/** What people write where one number should stand, and the cure that fits it; the first that holds. */
const KINDS: readonly Kind[] = [
  {
    pattern: new RegExp(String.raw`^${NUMBER}\s*(?:-|–|—|to|bis|à|a|hasta|até|\.\.+|…)\s*${NUMBER}$`, 'iu'),
    is: said`is a span, not one number`,
    fix: ([low = '', high = '']) => said`Write the one that counts: ${low} or ${high}.`,
  },
  {
    pattern: new RegExp(String.raw`^${NUMBER}\s*(?:/|of|out of|von|sur|de|of the)\s*${NUMBER}$`, 'iu'),
    is: said`is a part of a whole, not one number`,
    fix: ([part = '', whole = '']) =>
      said`Write ${part} here, and ${whole} into Target where it is the target.`,
  },
  {
    pattern: new RegExp(
      String.raw`^(?:~|≈|±|approx(?:imately)?\.?|about|around|circa|c\.|ca\.?|etwa|rund|env(?:iron)?\.?|aprox\.?|cerca de|unos)\s*${NUMBER}(?!\d)`,
      'iu',
    ),
    is: said`is about a number, not one`,
    fix: ([number = '']) => said`Write ${number} alone where that is near enough, and the rest into Notes.`,
  },
  {
    pattern: new RegExp(
      String.raw`^(?:[<>≤≥]=?|=|max\.?|min\.?|mind\.?|at least|at most|up to|over|under|more than|less than|mehr als|weniger als|über|unter|bis zu|plus de|moins de|más de|menos de|mais de)\s*${NUMBER}(?!\d)|^${NUMBER}\s*(?:\+|or more|or less|and more)$`,
      'iu',
    ),
    is: said`is a limit, not one number`,
    fix: ([number = '']) => said`Write ${number} alone; a target is reached at its number anyway.`,
  },
  {
    pattern:
      /^(?:one |a )?(?:half|third|quarter|two thirds|three quarters)(?: an? \p{L}+| of \p{L}+)?$|^(?:\d+ ?)?[¼-¾⅐-⅞]$|^(?:halb|die hälfte|moitié|la mitad|metade)$/iu,
    is: said`is a number in words or as a fraction`,
    fix: () => said`Write it in digits, such as 50% or ${0.5}.`,
  },
  {
    pattern: new RegExp(String.raw`^${NUMBER}\s*(?:[?*!(\[,;:–—-].*|\p{L}[^\d]*)$`, 'iu'),
    is: said`is more than a number`,
    fix: ([number = '']) => said`Write ${number} alone, and the rest into Unit or Notes.`,
  },
];

/** The fault of a text that is no number, with the cure that fits what it is instead. */
export function numberTextFault(text: string): ReturnType<typeof fail> {
  for (const kind of KINDS) {
    const match = kind.pattern.exec(text);
    if (match) {
      const numbers = match.slice(1).flatMap((number) => number?.replace(/\s+(?= )/g, '').trim() ?? []);
      return fail('bad-number', said`${quoted(text)} ${kind.is}; expected is one number.`, kind.fix(numbers));
    }
  }
  return fail(
    'bad-number',
    said`${quoted(text)} is no number; expected is one number.`,
    said`Write the number alone, such as ${1250} or ${12.5}; say what it counts in Unit or Notes.`,
  );
}

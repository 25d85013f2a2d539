import { dayFromParts, isoFromDay } from './day.ts';
import { fail } from './reading.ts';
import { quote } from './text.ts';

/** The cure where what was typed gives no hint at the day that is meant. */
export const NO_DAY_MEANT = 'Write the day, such as 2026-03-31, or format the cell as a date.';

interface Kind {
  readonly pattern: RegExp;
  readonly is: string;
  readonly fix: (match: RegExpExecArray) => string;
}

const YEAR = String.raw`(20\d{2})`;

/** What people write where a day should stand, and the cure that fits it. */
const KINDS: readonly Kind[] = [
  {
    pattern: /^\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?$/i,
    is: 'is a time with no day',
    fix: () => 'Write the day, such as 2026-03-31; a time is not needed.',
  },
  {
    pattern:
      /\b(?:asap|tb[cda]|to be (?:confirmed|decided|defined|agreed)|soon|later|ongoing|open|unknown|pending|now)\b|^\?+$/i,
    is: 'names no day',
    fix: () => 'Write the day that you aim for, such as 2026-03-31; it may be moved later.',
  },
  {
    pattern: new RegExp(String.raw`\b(?:q([1-4])|([1-4])q)\b(?:\D*${YEAR})?|${YEAR}\D*\bq([1-4])\b`, 'i'),
    is: 'is a quarter, not a day',
    fix: (match) => {
      const quarter = Number(match[1] ?? match[2] ?? match[5]);
      return `Write the last day that is meant${lastDay(match[3] ?? match[4], quarter * 3)}.`;
    },
  },
  {
    pattern: new RegExp(String.raw`\b(?:h([12])|([12])h)\b(?:\D*${YEAR})?`, 'i'),
    is: 'is a half-year, not a day',
    fix: (match) => `Write the last day that is meant${lastDay(match[3], Number(match[1] ?? match[2]) * 6)}.`,
  },
  {
    pattern: /\b(?:wk|week|w|cw|kw)\s*\.?\d{1,2}\b/i,
    is: 'is a week, not a day',
    fix: () => 'Write the last day of that week, such as 2026-03-27.',
  },
  {
    pattern: /^20\d{2}$/,
    is: 'is a year, not a day',
    fix: ([year]) => `Write the last day that is meant${lastDay(year, 12)}.`,
  },
];

/** The fault of a text that is no day. `month` (1 to 12) where the text names one. */
export function dayTextFault(text: string, month: number | null = null): ReturnType<typeof fail> {
  const expected = 'expected is one day';
  for (const kind of KINDS) {
    const match = kind.pattern.exec(text);
    if (match) return fail('bad-day', `${quote(text)} ${kind.is}; ${expected}.`, kind.fix(match));
  }
  if (month !== null || /^\d{1,2}[./-]\d{1,2}\.?$/.test(text)) {
    const year = /\b(20\d{2})\b/.exec(text)?.[1];
    if (
      month !== null &&
      (year !== undefined || !/\d/.test(text) || /\b(?:end|mid|middle|early|late)\b/i.test(text))
    ) {
      const example = lastDay(year, month);
      return fail(
        'bad-day',
        `${quote(text)} names a month, but no day of it; ${expected}.`,
        `Write the day${example}.`,
      );
    }
    return fail(
      'bad-day',
      `${quote(text)} has no year; ${expected}.`,
      'Add the year: write the day such as 2026-03-31.',
    );
  }
  return fail('bad-day', `${quote(text)} is no day; ${expected}.`, NO_DAY_MEANT);
}

/** `, such as` and the last day of a month, where the year is known. */
function lastDay(year: string | undefined, month: number): string {
  for (const dayOfMonth of year === undefined ? [] : [31, 30, 29, 28]) {
    const day = dayFromParts(Number(year), month, dayOfMonth);
    if (day !== null) return `, such as ${isoFromDay(day)}`;
  }
  return ', such as 2026-03-31';
}

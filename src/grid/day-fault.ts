import { type Day, dayFromParts } from './day.ts';
import { EXAMPLE_YEAR, KINDS, lastDayOf } from './day-kinds.ts';
import { type CellFinding, fail, type Reading } from './reading.ts';
import { quoted, said, type Text } from './said.ts';

/** The cure where what was typed gives no hint at the day that is meant. */
export const NO_DAY_MEANT = said`Write the day, such as 2026-03-31, or format the cell as a date.`;

/** What is known of a text that is no day: so that the message can say what it is. */
export interface DayClues {
  /** 1 to 12, the first month that the text names, or null. */
  readonly month: number | null;
  /** How many words of it are months. */
  readonly spelled: number;
  /** True where all its words are days of the week. */
  readonly isWeekday: boolean;
  /** What the text holds beside the month, by word. */
  readonly numbers: readonly string[];
  /** The days that stand within it. */
  readonly within: readonly Reading<Day | null>[];
}

const NO_CLUES: DayClues = { month: null, spelled: 0, isWeekday: false, numbers: [], within: [] };

/** The fault of a text that is no day, with the cure that fits what it is instead. */
export function dayTextFault(text: string, clues: DayClues = NO_CLUES): ReturnType<typeof fail> {
  const fault = (is: Text, fix: Text): ReturnType<typeof fail> =>
    fail('bad-day', said`${quoted(text)} ${is}; expected is one day.`, fix);
  const { within, month, numbers } = clues;
  const [only, ...others] = within;
  if (only !== undefined && others.length > 0) {
    return fault(
      said`names more than one day`,
      said`Write the one day that counts alone, and the rest into Notes.`,
    );
  }
  if (only !== undefined) return fault(said`holds more than a day`, aloneFix(only));
  for (const kind of KINDS) {
    const match = kind.pattern.exec(text);
    if (match) return fault(kind.is, kind.fix(match));
  }
  if (clues.isWeekday) return fault(said`is a day of the week`, said`Write which one, such as 2026-03-31.`);
  if (month !== null) return monthFault(text, month, clues, fault);
  if (/^\d{1,2}[./-]\d{1,2}\.?$/.test(text)) {
    return fault(said`has no year`, said`Add the year: write the day such as 2026-03-31.`);
  }
  const isSpan = numbers.filter((word) => /^\d{1,4}$/.test(word)).length > 3;
  if (isSpan) return fault(said`names more than one day`, said`Write the one day that counts alone.`);
  return fault(said`is no day`, NO_DAY_MEANT);
}

const LEAP_YEAR = 2028;

function aloneFix(day: Reading<Day | null>): Text {
  if (!day.ok) return said`${day.fault.fix} Put the rest into Notes.`;
  const example = day.value === null ? '2026-03-31' : { day: day.value };
  return said`If that day is the one that counts, write ${example} alone, and put the rest into Notes.`;
}

function monthFault(
  text: string,
  month: number,
  { spelled, numbers }: DayClues,
  fault: (is: Text, fix: Text) => { ok: false; fault: CellFinding },
): ReturnType<typeof fail> {
  const year = /(?<!\d)(20\d{2})(?!\d)/.exec(text)?.[1];
  const days = numbers.filter((word) => /^\d{1,2}$/.test(word));
  const last = lastDayOf(year, month);
  if (spelled > 1 || days.length > (year === undefined ? 2 : 1)) {
    return fault(
      said`names more than one day, or a span of them`,
      said`Write the one day that counts alone, such as ${last}.`,
    );
  }
  const [day] = days;
  if (day === undefined)
    return fault(said`names a month, but no day of it`, said`Write the day, such as ${last}.`);
  const exact = dayFromParts(Number(year ?? EXAMPLE_YEAR), month, Number(day));
  const example = exact === null ? last : { day: exact };
  if (year !== undefined || days.length > 1) {
    return fault(
      said`holds more than a day`,
      said`If that day is the one that counts, write ${example} alone, and put the rest into Notes.`,
    );
  }
  // In a leap year February has the most days that it can have.
  if (dayFromParts(LEAP_YEAR, month, Number(day)) === null) {
    return fault(
      said`is a day that no year has`,
      said`Write a day that there is, with its year, such as ${last}.`,
    );
  }
  return fault(said`has no year`, said`Add the year: write the day such as ${example}.`);
}

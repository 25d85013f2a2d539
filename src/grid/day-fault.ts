import { addDays, type Day, dayFromParts, isoFromDay, startOfWeek } from './day.ts';
import { type CellFinding, fail, type Reading } from './reading.ts';
import { quote } from './text.ts';

/** The cure where what was typed gives no hint at the day that is meant. */
export const NO_DAY_MEANT = 'Write the day, such as 2026-03-31, or format the cell as a date.';

/** The year of examples where the text names none. */
const EXAMPLE_YEAR = '2026';

interface Kind {
  readonly pattern: RegExp;
  readonly is: string;
  readonly fix: (match: RegExpExecArray) => string;
}

const YEAR = String.raw`(20\d{2})`;
const BEGIN = String.raw`(?<![\p{L}\p{N}])`;
const END = String.raw`(?![\p{L}\p{N}])`;

function wordsPattern(...words: readonly string[]): RegExp {
  return new RegExp(`${BEGIN}(?:${words.join('|')})${END}`, 'iu');
}

/** What people write where a day should stand, and the cure that fits it; the first that holds. */
const KINDS: readonly Kind[] = [
  {
    pattern: /^\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?$/i,
    is: 'is a time with no day',
    fix: () => 'Write the day, such as 2026-03-31; a time is not needed.',
  },
  {
    pattern: wordsPattern(
      ...[
        'today',
        'tomorrow',
        'tonight',
        'yesterday',
        '(?:this|next|last|coming) (?:week|month|quarter|year|\\p{L}+day)',
      ],
      ...[
        'heute',
        'morgen',
        'übermorgen',
        'gestern',
        '(?:diese|nächste|kommende)[nrs]? (?:woche|monat|quartal|jahr)',
      ],
      ...[
        "aujourd['’]hui",
        'demain',
        'hier',
        '(?:semaine|mois|trimestre|année) prochaine?',
        'cette semaine',
        'ce mois',
      ],
      ...[
        'hoy',
        'mañana',
        'ayer',
        '(?:la )?pr[oó]xim[oa] (?:semana|mes|trimestre|año|ano|mês)',
        'esta semana',
        'este mes',
      ],
      ...['hoje', 'amanhã', 'ontem', '(?:semana|mês) que vem'],
    ),
    is: 'is another day each time that it is read',
    fix: () => 'Write the day itself, such as 2026-03-31.',
  },
  {
    pattern: wordsPattern(
      ...[
        'asap',
        'tb[cda]',
        'to be (?:confirmed|decided|defined|determined|agreed)',
        'soon',
        'later',
        'ongoing',
        'open',
      ],
      ...[
        'continuous',
        'recurring',
        'unknown',
        'pending',
        'now',
        'immediately',
        'urgent',
        'none yet',
        'not set',
      ],
      ...[
        'so bald wie möglich',
        'sobald wie möglich',
        'baldmöglichst',
        'sofort',
        'umgehend',
        'bald',
        'später',
        'laufend',
      ],
      ...[
        'offen',
        'unklar',
        'dringend',
        'dès que possible',
        'immédiatement',
        'bientôt',
        'plus tard',
        'en continu',
      ],
      ...[
        'à définir',
        'à déterminer',
        'à confirmer',
        'lo antes posible',
        'cuanto antes',
        'inmediato',
        'pronto',
        'continuo',
      ],
      ...[
        'por definir',
        'por confirmar',
        'urgente',
        'o quanto antes',
        'o mais rápido possível',
        'imediato',
        'em breve',
      ],
      ...['contínuo', 'a definir', 'a confirmar'],
    ),
    is: 'names no day',
    fix: () => 'Write the day that you aim for, such as 2026-03-31; it may be moved later.',
  },
  {
    pattern: /^\?+$/,
    is: 'names no day',
    fix: () => 'Write the day that you aim for, such as 2026-03-31; it may be moved later.',
  },
  {
    pattern: new RegExp(
      String.raw`${BEGIN}(?:[qt]([1-4])|([1-4])[qt]|([1-4])(?:\.|st|nd|rd|th|er|e|º|°)? ?(?:quart|trim)\p{L}*|(?:quart|trim)\p{L}* ([1-4]))${END}(?:\D*${YEAR})?|${YEAR}\D*${BEGIN}[qt]([1-4])${END}`,
      'iu',
    ),
    is: 'is a quarter, not a day',
    fix: ([, a, b, c, d, yearAfter, yearBefore, e]) => {
      const quarter = Number(a ?? b ?? c ?? d ?? e);
      return `Write the last day that is meant, such as ${lastDayOf(yearAfter ?? yearBefore, quarter * 3)}.`;
    },
  },
  {
    pattern: new RegExp(
      String.raw`${BEGIN}(?:h([12])|([12])h|([12])(?:\.|st|nd|er|e|º|°)? ?(?:half|halbjahr|semest)\p{L}*)${END}(?:\D*${YEAR})?`,
      'iu',
    ),
    is: 'is a half-year, not a day',
    fix: ([, a, b, c, year]) =>
      `Write the last day that is meant, such as ${lastDayOf(year, Number(a ?? b ?? c) * 6)}.`,
  },
  {
    pattern: new RegExp(
      String.raw`(?:${YEAR}\s*[-/]?\s*)?${BEGIN}(?:wk|weeks?|w|cw|kw|woche|semaine|semana|sem|s)\.?\s*([1-9]|[0-4]\d|5[0-3])${END}(?:\D*${YEAR})?`,
      'iu',
    ),
    is: 'is a week, not a day',
    fix: ([, before, week, after]) =>
      `Write the last day of that week, such as ${fridayOf(Number(before ?? after ?? EXAMPLE_YEAR), Number(week))}.`,
  },
  {
    pattern: new RegExp(
      String.raw`\d\s*(?:d|days?|wks?|weeks?|months?|years?|tage?n?|wochen?|monate?n?|jahre?n?|jours?|semaines?|mois|ans?|d[ií]as?|semanas?|mes(?:es)?|m[eê]s|años?|anos?)${END}`,
      'iu',
    ),
    is: 'is a length of time, not a day',
    fix: () => 'Write the day on which it ends, such as 2026-03-31.',
  },
  {
    pattern: wordsPattern(
      ...['eo[mqy]', 'year[ -]?end', 'month[ -]?end', 'end of (?:the )?(?:month|quarter|year)'],
      ...[
        '(?:jahres|monats|quartals)ende',
        "fin (?:de l['’])?année",
        'fin (?:de|del) (?:mes|año)',
        'fi[nm] d[eo] (?:mois|mês|ano)',
      ],
    ),
    is: 'is the end of a span that moves, not a day',
    fix: () => 'Write the last day of it, such as 2026-12-31.',
  },
  {
    pattern: wordsPattern(
      ...[
        'spring',
        'summer',
        'autumn',
        'fall',
        'winter',
        'frühjahr',
        'frühling',
        'sommer',
        'herbst',
        'printemps',
        'été',
      ],
      ...['automne', 'hiver', 'primavera', 'verano', 'otoño', 'invierno', 'verão', 'outono', 'inverno'],
    ),
    is: 'is a season, not a day',
    fix: () => 'Write the last day that is meant, such as 2026-06-30.',
  },
  {
    pattern: /^20\d{2}$/,
    is: 'is a year, not a day',
    fix: ([year]) => `Write the last day that is meant, such as ${lastDayOf(year, 12)}.`,
  },
];

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
  const fault = (is: string, fix: string): ReturnType<typeof fail> =>
    fail('bad-day', `${quote(text)} ${is}; expected is one day.`, fix);
  const { within, month, numbers } = clues;
  const [only, ...others] = within;
  if (only !== undefined && others.length > 0) {
    return fault('names more than one day', 'Write the one day that counts alone, and the rest into Notes.');
  }
  if (only !== undefined) return fault('holds more than a day', aloneFix(only));
  for (const kind of KINDS) {
    const match = kind.pattern.exec(text);
    if (match) return fault(kind.is, kind.fix(match));
  }
  if (clues.isWeekday) return fault('is a day of the week', 'Write which one, such as 2026-03-31.');
  if (month !== null) return monthFault(text, month, clues, fault);
  if (/^\d{1,2}[./-]\d{1,2}\.?$/.test(text)) {
    return fault('has no year', 'Add the year: write the day such as 2026-03-31.');
  }
  const isSpan = numbers.filter((word) => /^\d{1,4}$/.test(word)).length > 3;
  if (isSpan) return fault('names more than one day', 'Write the one day that counts alone.');
  return fault('is no day', NO_DAY_MEANT);
}

function aloneFix(day: Reading<Day | null>): string {
  if (!day.ok) return `${day.fault.fix} Put the rest into Notes.`;
  const iso = day.value === null ? '2026-03-31' : isoFromDay(day.value);
  return `If that day is the one that counts, write ${iso} alone, and put the rest into Notes.`;
}

function monthFault(
  text: string,
  month: number,
  { spelled, numbers }: DayClues,
  fault: (is: string, fix: string) => { ok: false; fault: CellFinding },
): ReturnType<typeof fail> {
  const year = /(?<!\d)(20\d{2})(?!\d)/.exec(text)?.[1];
  const days = numbers.filter((word) => /^\d{1,2}$/.test(word));
  const last = lastDayOf(year, month);
  if (spelled > 1 || days.length > (year === undefined ? 2 : 1)) {
    return fault(
      'names more than one day, or a span of them',
      `Write the one day that counts alone, such as ${last}.`,
    );
  }
  const [day] = days;
  if (day === undefined) return fault('names a month, but no day of it', `Write the day, such as ${last}.`);
  const exact = dayFromParts(Number(year ?? EXAMPLE_YEAR), month, Number(day));
  const example = exact === null ? last : isoFromDay(exact);
  if (year !== undefined || days.length > 1) {
    return fault(
      'holds more than a day',
      `If that day is the one that counts, write ${example} alone, and put the rest into Notes.`,
    );
  }
  return fault('has no year', `Add the year: write the day such as ${example}.`);
}

/** The last day of a month as `YYYY-MM-DD`, in a year that serves as an example where none is given. */
export function lastDayOf(year: string | undefined, month: number): string {
  const firstOfNext = dayFromParts(
    Number(year ?? EXAMPLE_YEAR) + Math.floor(month / 12),
    (month % 12) + 1,
    1,
  );
  return firstOfNext === null ? '2026-03-31' : isoFromDay(addDays(firstOfNext, -1));
}

/** The Friday of an ISO week, which has the 4th of January in its first. */
function fridayOf(year: number, week: number): string {
  const fourth = dayFromParts(year, 1, 4);
  if (fourth === null) return '2026-03-27';
  return isoFromDay(addDays(startOfWeek(fourth), (week - 1) * 7 + 4));
}

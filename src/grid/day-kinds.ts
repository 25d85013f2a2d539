import { addDays, dayFromParts, startOfWeek } from './day.ts';
import { type Part, said, type Text } from './said.ts';

/** The year of examples where the text names none. */
export const EXAMPLE_YEAR = '2026';

/** A sort of text that is no day. */
export interface Kind {
  readonly pattern: RegExp;
  readonly is: Text;
  readonly fix: (match: RegExpExecArray) => Text;
}

const YEAR = String.raw`(20\d{2})`;
const BEGIN = String.raw`(?<![\p{L}\p{N}])`;
const END = String.raw`(?![\p{L}\p{N}])`;

/** Any of these alternatives as whole words; line ends in the list are for its reader alone. */
function wordsPattern(list: string): RegExp {
  return new RegExp(`${BEGIN}(?:${list.replace(/\n\s*/g, '')})${END}`, 'iu');
}

/** What people write where a day should stand, and the cure that fits it; the first that holds. */
export const KINDS: readonly Kind[] = [
  {
    pattern: /^\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?$/i,
    is: said`is a time with no day`,
    fix: () => said`Write the day, such as 2026-03-31; a time is not needed.`,
  },
  {
    pattern: wordsPattern(String.raw`
      today|tomorrow|tonight|yesterday|(?:this|next|last|coming) (?:week|month|quarter|year|\p{L}+day)|
      heute|morgen|übermorgen|gestern|(?:diese|nächste|kommende)[nrs]? (?:woche|monat|quartal|jahr)|
      aujourd['’]hui|demain|hier|(?:semaine|mois|trimestre|année) prochaine?|cette semaine|ce mois|hoy|
      mañana|ayer|(?:la )?pr[oó]xim[oa] (?:semana|mes|trimestre|año|ano|mês)|esta semana|este mes|hoje|
      amanhã|ontem|(?:semana|mês) que vem
    `),
    is: said`is another day each time that it is read`,
    fix: () => said`Write the day itself, such as 2026-03-31.`,
  },
  {
    pattern: wordsPattern(`
      asap|tb[cda]|to be (?:confirmed|decided|defined|determined|agreed)|soon|later|ongoing|open|
      continuous|recurring|unknown|pending|now|immediately|urgent|none yet|not set|so bald wie möglich|
      sobald wie möglich|baldmöglichst|sofort|umgehend|bald|später|laufend|offen|unklar|dringend|
      dès que possible|immédiatement|bientôt|plus tard|en continu|à définir|à déterminer|à confirmer|
      lo antes posible|cuanto antes|inmediato|pronto|continuo|por definir|por confirmar|urgente|
      o quanto antes|o mais rápido possível|imediato|em breve|contínuo|a definir|a confirmar
    `),
    is: said`names no day`,
    fix: () => said`Write the day that you aim for, such as 2026-03-31; it may be moved later.`,
  },
  {
    pattern: /^\?+$/,
    is: said`names no day`,
    fix: () => said`Write the day that you aim for, such as 2026-03-31; it may be moved later.`,
  },
  {
    pattern: new RegExp(
      String.raw`${BEGIN}(?:[qt]([1-4])|([1-4])[qt]|([1-4])(?:\.|st|nd|rd|th|er|e|º|°)? ?(?:quart|trim)\p{L}*|(?:quart|trim)\p{L}* ([1-4]))${END}(?:\D*${YEAR})?|${YEAR}\D*${BEGIN}[qt]([1-4])${END}`,
      'iu',
    ),
    is: said`is a quarter, not a day`,
    fix: ([, a, b, c, d, yearAfter, yearBefore, e]) => {
      const quarter = Number(a ?? b ?? c ?? d ?? e);
      return said`Write the last day that is meant, such as ${lastDayOf(yearAfter ?? yearBefore, quarter * 3)}.`;
    },
  },
  {
    pattern: new RegExp(
      String.raw`${BEGIN}(?:h([12])|([12])h|([12])(?:\.|st|nd|er|e|º|°)? ?(?:half|halbjahr|semest)\p{L}*)${END}(?:\D*${YEAR})?`,
      'iu',
    ),
    is: said`is a half-year, not a day`,
    fix: ([, a, b, c, year]) =>
      said`Write the last day that is meant, such as ${lastDayOf(year, Number(a ?? b ?? c) * 6)}.`,
  },
  {
    pattern: new RegExp(
      String.raw`(?:${YEAR}\s*[-/]?\s*)?${BEGIN}(?:wk|weeks?|w|cw|kw|woche|semaine|semana|sem|s)\.?\s*([1-9]|[0-4]\d|5[0-3])${END}(?:\D*${YEAR})?`,
      'iu',
    ),
    is: said`is a week, not a day`,
    fix: ([, before, week, after]) =>
      said`Write the last day of that week, such as ${fridayOf(Number(before ?? after ?? EXAMPLE_YEAR), Number(week))}.`,
  },
  {
    pattern: new RegExp(
      String.raw`\d\s*(?:d|days?|wks?|weeks?|months?|years?|tage?n?|wochen?|monate?n?|jahre?n?|jours?|semaines?|mois|ans?|d[ií]as?|semanas?|mes(?:es)?|m[eê]s|años?|anos?)${END}`,
      'iu',
    ),
    is: said`is a length of time, not a day`,
    fix: () => said`Write the day on which it ends, such as 2026-03-31.`,
  },
  {
    pattern: wordsPattern(`
      eo[mqy]|year[ -]?end|month[ -]?end|end of (?:the )?(?:month|quarter|year)|
      (?:jahres|monats|quartals)ende|fin (?:de l['’])?année|fin (?:de|del) (?:mes|año)|
      fi[nm] d[eo] (?:mois|mês|ano)
    `),
    is: said`is the end of a span that moves, not a day`,
    fix: () => said`Write the last day of it, such as 2026-12-31.`,
  },
  {
    pattern: wordsPattern(`
      spring|summer|autumn|fall|winter|frühjahr|frühling|sommer|herbst|printemps|été|automne|hiver|
      primavera|verano|otoño|invierno|verão|outono|inverno
    `),
    is: said`is a season, not a day`,
    fix: () => said`Write the last day that is meant, such as 2026-06-30.`,
  },
  {
    pattern: /^20\d{2}$/,
    is: said`is a year, not a day`,
    fix: ([year]) => said`Write the last day that is meant, such as ${lastDayOf(year, 12)}.`,
  },
];

/** The last day of a month, in a year that serves as an example where none is given. */
export function lastDayOf(year: string | undefined, month: number): Part {
  const firstOfNext = dayFromParts(
    Number(year ?? EXAMPLE_YEAR) + Math.floor(month / 12),
    (month % 12) + 1,
    1,
  );
  return firstOfNext === null ? '2026-03-31' : { day: addDays(firstOfNext, -1) };
}

/** The Friday of an ISO week, which has the 4th of January in its first. */
function fridayOf(year: number, week: number): Part {
  const fourth = dayFromParts(year, 1, 4);
  if (fourth === null) return '2026-03-27';
  return { day: addDays(startOfWeek(fourth), (week - 1) * 7 + 4) };
}

/** Hours of a day, from 0 to 24, that may pass midnight. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

/** What the address of a wall asks for. */
export interface WallOptions {
  /** IDs of teams; null for all. */
  readonly teams: readonly string[] | null;
  /** Sorts of slides in their order; null for all, as they come. */
  readonly kinds: readonly string[] | null;
  readonly seconds: number;
  /** BCP 47 tag by which clock and days are written; null for the plan's. */
  readonly locale: string | null;
  /** When the wall is dimmed; null for never. */
  readonly night: Hours | null;
  /** Whether the weekly review is led from the wall. */
  readonly review: boolean;
  /** How long the review is planned to take. */
  readonly minutes: number;
}

const NIGHT: Hours = { from: 20, to: 6 };
const REVIEW_MINUTES = 20;

/**
 * Reads the query of an address. What it does not say, or says in a way that cannot be used, is as by default: a wall
 * shows something whatever is typed.
 * @param seconds what the plan's settings say
 */
export function readOptions(query: string, seconds: number): WallOptions {
  const given = new URLSearchParams(query);
  return {
    teams: listed(given, 'teams'),
    kinds: listed(given, 'slides'),
    seconds: within(given.get('seconds'), 5, 3600) ?? seconds,
    locale: tagOf(given.get('locale')),
    night: hoursOf(given.get('night')),
    review: given.has('review') && given.get('review') !== 'off',
    minutes: within(given.get('minutes'), 1, 240) ?? REVIEW_MINUTES,
  };
}

/** What is listed by commas, or one by one as a form does that no script minds. */
function listed(given: URLSearchParams, name: string): readonly string[] | null {
  const all = [given.get(name), ...given.getAll(`${name}[]`)].join();
  const parts = all.match(/[^\s,][^,]*/g)?.map((part) => part.trim());
  return parts ? [...new Set(parts)] : null;
}

function within(text: string | null, least: number, most: number): number | null {
  // Nothing is 0, which is within no limits.
  const number = Number(text);
  return number >= least && number <= most ? number : null;
}

function tagOf(text: string | null): string | null {
  try {
    // An empty text is no locale.
    return Intl.getCanonicalLocales(text ?? '')[0] ?? null;
  } catch {
    return null;
  }
}

function hoursOf(text: string | null): Hours | null {
  if (text === 'off') return null;
  const [, from, to] = /^(\d{1,2})-(\d{1,2})$/.exec(text ?? '') ?? [];
  const hours = { from: Number(from), to: Number(to) };
  return hours.from <= 24 && hours.to <= 24 && hours.from !== hours.to ? hours : NIGHT;
}

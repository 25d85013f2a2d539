import type { Snapshot } from '../../snapshot/snapshot.ts';
import type { Words } from '../../words/en.ts';
import type { Formats } from '../format.ts';
import { type Chart, day, dayTicks } from './chart.ts';

type Known = Snapshot['satisfaction'][number]['known'];
/** A value that was known from a day on. */
export interface Asked {
  readonly day: string;
  readonly value: number;
}

const MOST = 10;
const MIDDLE = 5;

/** How satisfied a customer was, each time that it is known to have changed, the oldest first. */
export function askedOf(plan: Pick<Snapshot, 'satisfaction'>, customerId: string): Asked[] {
  const known: Known = plan.satisfaction.find(({ customer }) => customer === customerId)?.known ?? [];
  const asked: Asked[] = [];
  for (const { day: on, value } of known) {
    if (value === null || value === asked.at(-1)?.value) continue;
    if (on === asked.at(-1)?.day) asked.pop();
    asked.push({ day: on, value });
  }
  return asked;
}

/**
 * Satisfaction from 0 to 10, as steps: each value stands until another was known. Null where no two values are known on
 * different days: then the number says it all.
 * @param now what the plan says as of its day; null where the customer is not asked any more
 */
export function satisfactionChart(
  asked: readonly Asked[],
  now: number | null,
  asOf: string,
  formats: Formats,
  words: Words['charts'],
): Chart | null {
  const [first, last] = [asked[0], asked.at(-1)];
  if (first === undefined || last === undefined || asked.length < 2) return null;
  const points = now !== null && last.day < asOf ? [...asked, { day: asOf, value: now }] : asked;
  const to = day(points.at(-1)?.day ?? asOf);
  const from = day(first.day);
  return {
    kind: 'lines',
    title: words.satisfactionSum(
      formats.number(last.value),
      formats.number(first.value),
      formats.day(first.day),
      last.value - first.value,
    ),
    from,
    to,
    top: MOST,
    xTicks: dayTicks(from, to, formats),
    yTicks: [0, MIDDLE, MOST].map((y) => ({ y, text: formats.number(y) })),
    series: [
      {
        role: 'satisfaction',
        name: words.satisfactionNow(formats.number(last.value)),
        points: points.map((point) => ({ x: day(point.day), y: point.value })),
        isStepped: true,
      },
    ],
    marks: [],
    table: {
      head: [words.from, words.satisfactionHead],
      rows: points.map((point) => [formats.day(point.day), formats.number(point.value)]),
    },
    note: null,
  };
}

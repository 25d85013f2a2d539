import type { SnapshotGoal } from '../../snapshot/snapshot.ts';
import type { Words } from '../../words/en.ts';
import type { Formats } from '../format.ts';
import { type Chart, countTicks, day, dayTicks, type Point, type Series } from './chart.ts';

/** Fewer weeks are no line. */
const LEAST_POINTS = 3;

/**
 * A goal's actions, all and done, week by week, and from today on the two lines on which the open ones are likely to be
 * done: with a chance of 50 % and of 85 %. Null where the history is too short, and where there are no actions.
 */
export function burnUp(
  goal: SnapshotGoal,
  asOf: string,
  formats: Formats,
  words: Words['charts'],
): Chart | null {
  const { trend, forecast } = goal;
  const [first, last] = [trend[0], trend.at(-1)];
  if (first === undefined || last === undefined || trend.length < LEAST_POINTS || last.actions === 0)
    return null;
  const today = day(asOf);
  const points = (of: (point: (typeof trend)[number]) => number): Point[] =>
    trend.map((point) => ({ x: day(point.day), y: of(point) }));
  const lines: Series[] = [
    { role: 'scope', name: words.actions(last.actions), points: points(({ actions }) => actions) },
    { role: 'done', name: words.done(last.done), points: points(({ done }) => done) },
  ];
  const left = last.actions - last.done;
  const fan = (role: 'soon' | 'sure', end: string | null): Series[] =>
    end === null || left === 0
      ? []
      : [
          {
            role,
            name: role === 'soon' ? words.chance(formats.percent(0.5)) : words.chance(formats.percent(0.85)),
            points: [
              { x: today, y: last.done },
              { x: day(end), y: last.actions },
            ],
          },
        ];
  const series = [...lines, ...fan('soon', forecast?.p50 ?? null), ...fan('sure', forecast?.p85 ?? null)];
  const from = day(first.day);
  const days = series.flatMap((one) => one.points.map(({ x }) => x));
  const to = days.reduce((latest, each) => (each > latest ? each : latest), day(goal.due));
  const largest = Math.max(...series.flatMap((one) => one.points.map(({ y }) => y)));
  const { top, ticks } = countTicks(largest, (value) => formats.number(value));
  return {
    kind: 'lines',
    title: titleOf(goal, left, formats, words),
    from,
    to,
    top,
    xTicks: dayTicks(from, to, formats),
    yTicks: ticks,
    series,
    marks: [
      { x: today, text: words.today, isDue: false },
      { x: day(goal.due), text: words.due(formats.day(goal.due)), isDue: true },
    ],
    table: {
      head: [words.weekEnding, words.actionsHead, words.doneHead],
      rows: trend.map((point) => [
        formats.day(point.day),
        formats.number(point.actions),
        formats.number(point.done),
      ]),
    },
    note: forecast === null && left > 0 ? words.noForecast : null,
  };
}

/** What the chart shows, in words. */
function titleOf(goal: SnapshotGoal, left: number, formats: Formats, words: Words['charts']): string {
  if (left === 0) return words.allDone;
  const { forecast } = goal;
  if (forecast === null) return words.left(left);
  if (forecast.p85 === null) return words.leftBeyond(left);
  const isLate = forecast.p85 > goal.due;
  return (isLate ? words.leftLate : words.leftInTime)(left, formats.day(forecast.p85), formats.day(goal.due));
}

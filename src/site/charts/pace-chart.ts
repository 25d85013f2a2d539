import type { SnapshotGoal, SnapshotTeam } from '../../snapshot/snapshot.ts';
import type { Words } from '../../words/en.ts';
import type { Formats } from '../format.ts';
import { type Chart, day, dayTicks, shareTicks } from './chart.ts';

type Trend = SnapshotTeam['trend'] | SnapshotGoal['trend'];

/** Fewer weeks are no line. */
const LEAST_POINTS = 3;

/** Progress against what was expected, week by week, up to the as-of day. Null where the history is too short. */
export function paceChart(trend: Trend, formats: Formats, words: Words['charts']): Chart | null {
  const [first, last] = [trend[0], trend.at(-1)];
  if (first === undefined || last === undefined || trend.length < LEAST_POINTS) return null;
  const [from, to] = [day(first.day), day(last.day)];
  const line = (of: (point: Trend[number]) => number) =>
    trend.map((point) => ({ x: day(point.day), y: of(point) }));
  const back = trend.at(-5) ?? first;
  return {
    kind: 'lines',
    title: titleOf(last, back, formats, words),
    from,
    to,
    top: 1,
    xTicks: dayTicks(from, to, formats),
    yTicks: shareTicks(formats),
    series: [
      {
        role: 'expected',
        name: words.expected(formats.percent(last.expected)),
        points: line(({ expected }) => expected),
      },
      {
        role: 'progress',
        name: words.progress(formats.percent(last.progress)),
        points: line(({ progress }) => progress),
      },
    ],
    marks: [],
    table: {
      head: [words.weekEnding, words.progressHead, words.expectedHead],
      rows: trend.map((point) => [
        formats.day(point.day),
        formats.percent(point.progress),
        formats.percent(point.expected),
      ]),
    },
    note: null,
  };
}

/** Less is no news. */
const NOTEWORTHY = 0.02;

/** Where it stands, and whether it came nearer to its pace over the last four weeks. */
function titleOf(last: Trend[number], back: Trend[number], formats: Formats, words: Words['charts']): string {
  const [gap, before] = [last.expected - last.progress, back.expected - back.progress];
  const points = formats.points(last.progress, last.expected);
  const pointsBefore = formats.points(back.progress, back.expected);
  if (gap < NOTEWORTHY / 2) return gap < -NOTEWORTHY / 2 ? words.ahead(points) : words.onPace;
  if (before < NOTEWORTHY / 2) return words.fellBack(points);
  if (gap - before > NOTEWORTHY) return words.fallingBack(points, pointsBefore);
  if (before - gap > NOTEWORTHY) return words.catchingUp(points, pointsBefore);
  return words.stillBehind(points);
}

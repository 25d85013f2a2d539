import { addDays } from '../../grid/day.ts';
import type { SnapshotTeam } from '../../snapshot/snapshot.ts';
import type { Words } from '../../words/en.ts';
import type { Formats } from '../format.ts';
import { type Chart, countTicks, day, dayTicks } from './chart.ts';

type Weeks = SnapshotTeam['keptByWeek'];

/** Promises kept, late and missed, a column a week. Null where none was due in any of the weeks. */
export function keptChart(
  weeks: Weeks,
  formats: Formats,
  words: Pick<Words, 'charts' | 'figures'>,
): Chart | null {
  const all = (some: Weeks) => some.reduce((sum, { kept, late, missed }) => sum + kept + late + missed, 0);
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (first === undefined || last === undefined || all(weeks) === 0) return null;
  const { charts, figures } = words;
  const from = day(first.start);
  const to = addDays(day(last.start), 7);
  const { top, ticks } = countTicks(
    Math.max(...weeks.map(({ kept, late, missed }) => kept + late + missed)),
    (value) => formats.number(value),
  );
  const series = (role: 'kept' | 'late' | 'missed') => ({
    role,
    name: figures[role],
    points: weeks.map((week) => ({ x: day(week.start), y: week[role] })),
  });
  const kept = weeks.reduce((sum, week) => sum + week.kept, 0);
  return {
    kind: 'columns',
    title: charts.keptOf(kept, all(weeks), weeks.length),
    from,
    to,
    top,
    xTicks: dayTicks(from, addDays(to, -7), formats),
    yTicks: ticks,
    series: [series('kept'), series('late'), series('missed')],
    marks: [],
    table: {
      head: [charts.weekOf, figures.kept, figures.late, figures.missed],
      rows: weeks.map((week) => [
        formats.day(week.start),
        ...[week.kept, week.late, week.missed].map((count) => formats.number(count)),
      ]),
    },
    note: null,
  };
}

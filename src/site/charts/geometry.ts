import type { Chart, Point, Series } from './chart.ts';

/** The drawing's size and the plot within it, in the units of its view box. */
export const FRAME = { width: 400, height: 190, left: 38, right: 322, top: 18, bottom: 164 } as const;

/** A line's path, or the columns of a series. */
export interface Drawn {
  readonly series: Series;
  readonly path: string;
  readonly columns: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  /** Where the series is named: at the end of its line. Null where it is named elsewhere. */
  readonly label: { readonly x: number; readonly y: number } | null;
}

/** Names at the ends of lines keep this much apart. */
const LABEL_PITCH = 13;

/** Where a day and a value lie; what is outside is held at the plot's edge. */
export function scalesOf({ from, to, top }: Pick<Chart, 'from' | 'to' | 'top'>) {
  const held = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
  const wide = FRAME.right - FRAME.left;
  const high = FRAME.bottom - FRAME.top;
  return {
    x: (day: number) => tenth(FRAME.left + (wide * (held(day, from, to) - from)) / Math.max(1, to - from)),
    y: (value: number) => tenth(FRAME.bottom - (high * held(value, 0, top)) / (top || 1)),
  };
}

/** The drawing of a chart's series. */
export function draw(chart: Chart): Drawn[] {
  const scales = scalesOf(chart);
  if (chart.kind === 'columns') return columnsOf(chart, scales);
  const drawn = chart.series.map((series) => ({
    series,
    path: pathOf(series, scales),
    columns: [],
    label: labelOf(series, scales),
  }));
  return spread(drawn);
}

type Scales = ReturnType<typeof scalesOf>;

function pathOf({ points, isStepped = false }: Series, { x, y }: Scales): string {
  const to = (point: Point): string =>
    isStepped ? `H${x(point.x)}V${y(point.y)}` : `L${x(point.x)} ${y(point.y)}`;
  return points.map((point, i) => (i === 0 ? `M${x(point.x)} ${y(point.y)}` : to(point))).join('');
}

function labelOf({ points, role }: Series, { x, y }: Scales): Drawn['label'] {
  const last = points.at(-1);
  if (last === undefined) return null;
  // All actions and those done are named below the ends of their lines: between these a fan begins.
  if (role === 'scope') return { x: x(last.x) - 6, y: y(last.y) + 15 };
  if (role === 'done') return { x: x(last.x) + 6, y: y(last.y) + 13 };
  // The nearer line of a fan is named above its end: the farther one passes on its right.
  return role === 'soon' ? { x: x(last.x) + 4, y: y(last.y) - 8 } : { x: x(last.x) + 6, y: y(last.y) + 4 };
}

/** Names that would run into each other move apart, keeping their order, within the drawing. */
function spread(drawn: readonly Drawn[]): Drawn[] {
  const ordered = drawn
    .filter(({ label }) => label !== null)
    .sort((a, b) => (a.label?.y ?? 0) - (b.label?.y ?? 0));
  const places = new Map<Drawn, number>();
  let floor: number = FRAME.top;
  for (const each of ordered) {
    floor = Math.max(each.label?.y ?? 0, floor);
    places.set(each, floor);
    floor += LABEL_PITCH;
  }
  let ceiling: number = FRAME.bottom + 2;
  for (const each of ordered.reverse()) {
    ceiling = Math.min(places.get(each) ?? 0, ceiling);
    places.set(each, ceiling);
    ceiling -= LABEL_PITCH;
  }
  return drawn.map((each) =>
    each.label === null ? each : { ...each, label: { x: each.label.x, y: places.get(each) ?? each.label.y } },
  );
}

/** Each week's columns stand on one another, in the order of the series. */
function columnsOf({ series, from, to }: Chart, { x, y }: Scales): Drawn[] {
  const weeks = Math.max(1, Math.round((to - from) / 7));
  const width = tenth(((FRAME.right - FRAME.left) / weeks) * 0.62);
  const stood = new Map<number, number>();
  return series.map((one) => ({
    series: one,
    path: '',
    label: null,
    columns: one.points.map((point) => {
      const below = stood.get(point.x) ?? 0;
      stood.set(point.x, below + point.y);
      const top = y(below + point.y);
      return { x: x(point.x), y: top, width, height: tenth(y(below) - top) };
    }),
  }));
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

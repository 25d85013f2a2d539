/** A limit that every page is held to. */
export interface Bar {
  readonly title: string;
  /** The most that a value may be; the least, where more is better. */
  readonly limit: number;
  readonly isLeast?: boolean;
  readonly unit: string;
}

const KB = 1024;

/** What the pages are held to. Sizes are of files compressed with brotli, as servers send them. */
export const BARS = {
  html: { title: 'HTML of a page', limit: 20 * KB, unit: 'KB' },
  htmlOverview: { title: 'HTML of the overview, 60 teams', limit: 40 * KB, unit: 'KB' },
  htmlTimeline: { title: 'HTML of a whole timeline', limit: 60 * KB, unit: 'KB' },
  css: { title: 'styles of a page', limit: 12 * KB, unit: 'KB' },
  script: { title: 'script that a page loads by itself', limit: 6 * KB, unit: 'KB' },
  scriptCharts: { title: 'script once charts are seen', limit: 60 * KB, unit: 'KB' },
  fonts: { title: 'fonts of a page', limit: 70 * KB, unit: 'KB' },
  fontFiles: { title: 'font files of a page', limit: 2, unit: '' },
  axe: { title: 'axe violations (WCAG 2.2 AA, best practices)', limit: 0, unit: '' },
  invalid: { title: 'html-validate messages', limit: 0, unit: '' },
  dead: { title: 'dead links and fragments', limit: 0, unit: '' },
  foreign: { title: 'requests to other hosts', limit: 0, unit: '' },
  console: { title: 'console messages', limit: 0, unit: '' },
  csp: { title: 'violations of the content security policy', limit: 0, unit: '' },
  overflow: { title: 'wider than the window at 320 px', limit: 0, unit: 'px' },
  focus: { title: 'focused controls without a visible sign', limit: 0, unit: '' },
  unread: { title: 'words of a page that need script', limit: 0, unit: '' },
  shift: { title: 'layout shift', limit: 0, unit: '' },
  blocked: { title: 'blocking time, 6× slower, page without charts', limit: 0, unit: 'ms' },
  blockedCharts: { title: 'blocking time, 6× slower, page with charts', limit: 200, unit: 'ms' },
  task: { title: 'longest task, 6× slower, scrolled through', limit: 200, unit: 'ms' },
  paint: { title: 'largest paint, 6× slower, to that without script', limit: 1.1, unit: '×' },
  performance: { title: 'Lighthouse performance', limit: 98, isLeast: true, unit: '' },
  accessibility: { title: 'Lighthouse accessibility', limit: 100, isLeast: true, unit: '' },
  practices: { title: 'Lighthouse best practices', limit: 100, isLeast: true, unit: '' },
  seo: { title: 'Lighthouse SEO, but for “noindex”', limit: 100, isLeast: true, unit: '' },
} as const satisfies Readonly<Record<string, Bar>>;

export type BarName = keyof typeof BARS;

/** The worst that was measured of a bar, and where. */
export interface Result {
  readonly bar: Bar;
  readonly worst: number;
  readonly where: string;
  /** How often it was measured. */
  readonly count: number;
  readonly isKept: boolean;
}

/** Keeps of each bar the worst value that it is told. */
export class Ledger {
  readonly #worst = new Map<BarName, Result>();
  readonly #notes = new Set<string>();
  readonly #say: (line: string) => void;

  /** @param say is told of each broken bar at once: the table takes long to come */
  constructor(say: (line: string) => void = () => {}) {
    this.#say = say;
  }

  /** @param note what there is to mend, where the bar is broken */
  add(name: BarName, value: number, where: string, note = ''): void {
    const bar: Bar = BARS[name];
    const known = this.#worst.get(name);
    const isKept = isWithin(bar, value);
    if (!isKept) this.#say(`  broken: ${bar.title}, ${shown(value, bar.unit)}: ${where}`);
    if (!isKept && note !== '') this.#notes.add(`${bar.title}: ${where}: ${note}`);
    const isWorse = known === undefined || (bar.isLeast ? value < known.worst : value > known.worst);
    const count = (known?.count ?? 0) + 1;
    this.#worst.set(name, isWorse ? { bar, worst: value, where, count, isKept } : { ...known, count });
  }

  /** In the order of the bars; those that were not measured are left out. */
  get results(): Result[] {
    return (Object.keys(BARS) as BarName[]).flatMap((name) => this.#worst.get(name) ?? []);
  }

  get notes(): string[] {
    return [...this.#notes];
  }
}

/** Whether a value keeps a bar. */
export function isKept(name: BarName, value: number): boolean {
  return isWithin(BARS[name], value);
}

/** Layout shifts and ratios carry dust of their own. */
export function isWithin({ limit, isLeast }: Bar, value: number): boolean {
  return isLeast ? value >= limit : value <= limit + 1e-9;
}

/** The results as lines of a table. */
export function tableOf(results: readonly Result[]): string {
  const rows = results.map(({ bar, worst, where, isKept }) => [
    isKept ? 'ok' : 'BROKEN',
    bar.title,
    `${bar.isLeast ? '≥' : '≤'} ${shown(bar.limit, bar.unit)}`,
    shown(worst, bar.unit),
    where,
  ]);
  const head = ['', 'bar', 'limit', 'worst', 'where'];
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]?.length ?? 0)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function shown(value: number, unit: string): string {
  if (unit === 'KB') return `${(value / KB).toFixed(1)} KB`;
  const rounded = Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 3 : 0);
  return unit === '' ? rounded : `${rounded} ${unit}`;
}

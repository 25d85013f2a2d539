import {
  BarController,
  BarElement,
  Chart,
  type ChartConfiguration,
  type ChartDataset,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type Scale,
} from 'chart.js';

Chart.register(LineController, LineElement, PointElement, BarController, BarElement, LinearScale);

/** What the build puts into `data-chart`: days as numbers, each point as its day and its value. */
interface Model {
  readonly kind: 'lines' | 'columns';
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly series: readonly {
    readonly role: string;
    readonly isStepped?: boolean;
    readonly points: readonly (readonly [number, number])[];
  }[];
}

/** A column's share of its week, as in the picture that is made with the site. */
const COLUMN_SHARE = 0.62;

/**
 * Draws a chart's lines or columns on a canvas over the picture's plot, in the picture's own colours. Axes and names stay
 * those of the picture, and figures are read out from the table.
 * @returns the steps in which the chart is made, so that the page may breathe between them
 */
export function prepare(host: HTMLElement): (() => void)[] {
  const model: Model = JSON.parse(host.dataset.chart ?? '');
  const datasets = model.series.map((series) => datasetOf(model, series));
  const canvas = document.createElement('canvas');
  const box = document.createElement('div');
  box.className = 'plot';
  box.append(canvas);
  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'img');
  canvas.ariaLabel = `${host.querySelector('svg')?.ariaLabel ?? ''} ${host.dataset.readOut ?? ''}`;
  let chart: Chart | null = null;
  // A chart whose canvas stands nowhere yet is made, but not drawn.
  const make = () => {
    colour(host, model, datasets);
    chart = new Chart(canvas, configOf(model, datasets));
  };
  const show = () => {
    if (chart === null) return;
    const made = chart;
    host.append(box);
    host.classList.add('live');
    host.querySelector('svg')?.setAttribute('aria-hidden', 'true');
    const repaint = () => {
      colour(host, model, datasets);
      made.update('none');
    };
    addEventListener('themechange', repaint);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint);
  };
  const listen = () => {
    if (chart !== null) readOut(host, model, chart);
  };
  return [make, show, listen];
}

function configOf(
  { kind, from, to, top }: Model,
  datasets: Dataset[],
): ChartConfiguration<'line' | 'bar', Dataset['data']> {
  const isColumns = kind === 'columns';
  const linear = (min: number, max: number) => ({
    type: 'linear' as const,
    display: false,
    min,
    max,
    stacked: isColumns,
    // Ticks are the picture's: making and measuring them is most of what a chart costs.
    ticks: { display: false, maxTicksLimit: 2, callback: () => '' },
    afterBuildTicks: (axis: Scale) => {
      axis.ticks = [];
    },
  });
  return {
    type: isColumns ? 'bar' : 'line',
    data: { datasets },
    options: {
      animation: false,
      events: [],
      parsing: false,
      normalized: true,
      maintainAspectRatio: false,
      clip: false,
      layout: { padding: 5 },
      scales: { x: linear(from, to), y: linear(0, top) },
    },
  };
}

type Dataset = ChartDataset<'line' | 'bar', { x: number; y: number }[]>;

function datasetOf({ kind }: Model, { role, points, isStepped = false }: Model['series'][number]): Dataset {
  if (kind === 'columns') {
    const middle = (7 * COLUMN_SHARE) / 2;
    return {
      type: 'bar',
      data: points.map(([x, y]) => ({ x: x + middle, y })),
      categoryPercentage: COLUMN_SHARE,
      barPercentage: 1,
      grouped: false,
      borderSkipped: false,
      borderWidth: role === 'missed' ? 1.5 : 0,
    };
  }
  return {
    type: 'line',
    data: points.map(([x, y]) => ({ x, y })),
    stepped: isStepped,
    borderWidth: role === 'progress' || role === 'done' || role === 'satisfaction' ? 2.5 : 1.5,
    borderDash: role === 'expected' || role === 'soon' || role === 'sure' ? [4, 4] : [],
    pointRadius: 0,
    pointHoverRadius: 4,
  };
}

/** The colours are those that the style sheet gives the picture, in the theme of the moment. */
function colour(host: HTMLElement, { kind, series }: Model, datasets: readonly Dataset[]): void {
  for (const [i, { role }] of series.entries()) {
    const drawn = host.querySelector(`.s-${role} :is(path, rect)`);
    const dataset = datasets[i];
    if (drawn === null || dataset === undefined) continue;
    const { stroke, fill } = getComputedStyle(drawn);
    dataset.borderColor = stroke;
    dataset.backgroundColor = kind === 'lines' ? stroke : fill === 'none' ? 'transparent' : fill;
  }
}

/** Shows the figures of the week that is pointed at, touched or reached by arrow keys. */
function readOut(host: HTMLElement, { series, kind }: Model, chart: Chart): void {
  const table = host.parentElement?.querySelector('table');
  const rows = [...(table?.tBodies[0]?.rows ?? [])];
  const heads = [...(table?.tHead?.rows[0]?.cells ?? [])]
    .slice(1)
    .map(({ textContent }) => textContent?.trim());
  const tip = document.createElement('output');
  tip.className = 'chart-tip';
  host.append(tip);
  const weeks = series[0]?.points.map(([x]) => x) ?? [];
  let at = -1;
  const show = (index: number) => {
    const row = rows[index];
    if (index === at || row === undefined) return;
    at = index;
    const [head, ...cells] = [...row.cells].map(({ textContent }) => textContent?.trim() ?? '');
    tip.textContent = `${head}: ${cells.map((cell, i) => `${heads[i]} ${cell}`).join(', ')}`;
    const x = chart.scales.x?.getPixelForValue((weeks[index] ?? 0) + (kind === 'columns' ? 2 : 0)) ?? 0;
    tip.classList.toggle('left', x > chart.width / 2);
    const active = series.flatMap(({ points }, datasetIndex) =>
      points.length === weeks.length ? [{ datasetIndex, index }] : [],
    );
    chart.setActiveElements(active);
    chart.render();
  };
  const hide = () => {
    at = -1;
    tip.textContent = '';
    chart.setActiveElements([]);
    chart.render();
  };
  const { canvas } = chart;
  canvas.addEventListener('pointermove', ({ offsetX }) => {
    const value = chart.scales.x?.getValueForPixel(offsetX) ?? 0;
    const nearest = weeks.reduce(
      (best, week, i) => (Math.abs(week - value) < Math.abs((weeks[best] ?? 0) - value) ? i : best),
      0,
    );
    show(nearest);
  });
  canvas.addEventListener('pointerleave', hide);
  canvas.addEventListener('blur', hide);
  canvas.addEventListener('keydown', (event) => {
    const last = weeks.length - 1;
    const next: Readonly<Record<string, number>> = {
      ArrowLeft: at === -1 ? last : Math.max(0, at - 1),
      ArrowRight: at === -1 ? 0 : Math.min(last, at + 1),
      Home: 0,
      End: last,
    };
    if (event.key === 'Escape') hide();
    const index = next[event.key];
    if (index === undefined) return;
    event.preventDefault();
    show(index);
  });
}

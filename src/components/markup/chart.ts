import type { Chart } from '../../site/charts/chart.ts';
import { type Drawn, draw, FRAME, scalesOf } from '../../site/charts/geometry.ts';
import type { Site } from '../../site/plan.ts';
import { html, type Markup } from './html.ts';

/**
 * A chart: its finding in words, the picture made with the site, and the figures behind it as a table. Where script
 * runs, it comes to life once it is seen, and reads the figures out from the table.
 * @param of what the chart is about, before its finding @param headed whether a heading above says that already
 */
export function chartFigure(
  chart: Chart,
  of: string,
  { words: { charts: words } }: Pick<Site, 'words'>,
  headed = false,
): Markup {
  return html`<figure class="chart">
    <figcaption> ${!headed && html`<b>${of}</b>`} ${chart.title} </figcaption>
    <live-chart data-chart="${dataOf(chart)}" data-read-out="${words.readOut}">
      <svg viewBox="0 0 ${FRAME.width} ${FRAME.height}" role="img" aria-label="${words.describe(`${of} ${chart.title}`)}">
        ${axes(chart)} ${draw(chart).map(seriesOf)}
      </svg>
    </live-chart>
    ${
      chart.kind === 'columns' &&
      html`<p class="chart-key"> ${chart.series.map(({ role, name }) => html`<span class="s-${role}">${name}</span>`)} </p>`
    }
    ${chart.note && html`<p class="meta">${chart.note}</p>`}
    <details class="figures-behind">
      <summary>${words.inFigures}</summary>
      ${figuresBehind(chart, of)}
    </details>
  </figure>`;
}

/** What the picture is drawn again from, where it comes to life. */
function dataOf({ kind, from, to, top, series }: Chart): string {
  return JSON.stringify({
    kind,
    from,
    to,
    top,
    series: series.map(({ role, name, points, isStepped }) => ({
      role,
      name,
      isStepped,
      points: points.map((point) => [point.x, point.y]),
    })),
  });
}

function axes(chart: Chart): Markup {
  const { x, y } = scalesOf(chart);
  const rows = chart.yTicks.map(
    (
      tick,
    ) => html` <line class="grid" x1="${FRAME.left}" x2="${FRAME.right}" y1="${y(tick.y)}" y2="${y(tick.y)}"></line>
      <text class="y" x="${FRAME.left - 6}" y="${y(tick.y) + 4}"> ${tick.text} </text> `,
  );
  const columns = chart.xTicks.map(
    (tick) => html`<text class="x" x="${x(tick.x)}" y="${FRAME.bottom + 18}"> ${tick.text} </text>`,
  );
  const marks = chart.marks.map((mark) => {
    const at = x(mark.x);
    const isLast = at > FRAME.right - 60;
    return html` <line class="mark-line${mark.isDue && ' post'}" x1="${at}" x2="${at}" y1="${FRAME.top}" y2="${FRAME.bottom}"></line>
      <text class="mark-text${isLast && ' before'}" x="${at + (isLast ? -4 : 4)}" y="${FRAME.top - 6}"> ${mark.text} </text> `;
  });
  return html`${rows} ${columns} ${marks}`;
}

function seriesOf({ series: { role, name }, path, columns, label }: Drawn): Markup {
  const bars = columns.map(
    ({ x, y, width, height }) =>
      height > 0 && html`<rect x="${x}" y="${y}" width="${width}" height="${height}"></rect>`,
  );
  return html`<g class="series s-${role}"> ${path && html`<path d="${path}"></path>`} ${bars}
    ${label && html`<text x="${label.x}" y="${label.y}"> ${name} </text>`}
  </g>`;
}

function figuresBehind({ table: { head, rows } }: Chart, of: string): Markup {
  return html`<table class="plain">
    <caption class="unseen"> ${of} </caption>
    <thead> <tr> ${head.map((text, i) => html`<th scope="col"${i > 0 && html` class="num"`}> ${text} </th>`)} </tr> </thead>
    <tbody> ${rows.map(
      ([first, ...cells]) => html`<tr>
        <th scope="row">${first}</th>
        ${cells.map((text) => html`<td class="num">${text}</td>`)}
      </tr>`,
    )} </tbody>
  </table>`;
}

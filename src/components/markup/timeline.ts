import type { Site } from '../../site/plan.ts';
import type { Tick } from '../../site/time-axis.ts';
import type { DrawingDates, TimelineDrawing } from '../../site/timeline/drawing.ts';
import type { TimelineForm } from '../../site/timeline/form.ts';
import type { Lane } from '../../site/timeline/lanes.ts';
import type { Status } from '../../snapshot/snapshot.ts';
import { html, type Markup } from './html.ts';
import { rounded, timelineMark } from './timeline-mark.ts';

/** Higher than this, its dates are far away at its end; on paper, it does not fit a page for sure. */
const LONG = 720;

/** A drawing of milestones on an axis, a lane a goal. @param label what it is a drawing of */
export function timelineView(
  { form, dates, height, lanes }: TimelineDrawing,
  label: string,
  { words }: Pick<Site, 'words'>,
): Markup {
  return html`<timeline-view class="timeline-${form.name}" role="group" aria-label="${label}" data-left="${form.gutter}" data-width="${form.width}" data-today="${rounded(dates.today.x)}">
    ${timelineAxis(dates)}
    <div class="timeline-scroll">
      ${timelineRoom(dates, height)}
      <div class="timeline-sheet"> ${lanes.map((lane) => laneOf(lane, form, words.status))} </div>
    </div>
    ${height > LONG && timelineAxis(dates, true)}
  </timeline-view>`;
}

function laneOf(lane: Lane, form: TimelineForm, statusWords: Readonly<Record<Status, string>>): Markup {
  const status = lane.status.replace(' ', '-');
  return html`<svg class="timeline" viewBox="0 0 ${form.width} ${lane.height}" width="${form.width}" height="${lane.height}" role="group" aria-label="${lane.name}">
    <path class="post" d="M${rounded(lane.post)} 6V${lane.height - 6}"></path>
    <a href="${lane.href}" class="lane-goal">
      <use class="mark ${status}" href="#${status}" y="${lane.titleY - 13}" width="16" height="16"></use>
      <text x="24" y="${lane.titleY}">
        <tspan class="unseen">${statusWords[lane.status]}: </tspan>
        ${lane.title.map((line, i) => html`<tspan x="24" dy="${i === 0 ? 0 : form.titleSize + 5}"> ${line} </tspan>`)}
      </text>
    </a>
    ${
      lane.empty &&
      html`<text class="lane-empty" x="${form.gutter === 0 ? 24 : form.gutter + 12}" y="${form.gutter === 0 ? 54 : 28}"> ${lane.empty} </text>`
    }
    ${lane.crossings.map((line) => html`<path class="crossing" d="${line}"></path>`)}
    ${lane.marks.map((mark) => timelineMark(mark, form))}
  </svg>`;
}

/** The dates above a timeline's lanes, or at the foot of a long one. */
export function timelineAxis({ form, ticks, upper, fine, today }: DrawingDates, foot = false): Markup {
  /* Today above the larger units, those above the smaller: at the foot the other way round. */
  const [height, todayY, upperY, lowerY] = foot ? [38, 0, 30, 14] : [48, 11, 27, 42];
  const lines = (all: readonly Tick[], from: number) =>
    all.map(({ x }) => `M${rounded(x)} ${from}V${foot ? 0 : height}`).join('');
  const more =
    fine &&
    html` data-from="${fine.from}" data-x="${rounded(fine.x)}" data-days="${fine.days}" data-day="${fine.perDay.toFixed(4)}"${
      fine.weekday !== null && html` data-weekday="${fine.weekday}"`
    }`;
  return html`<div class="timeline-axis" aria-hidden="true">
    <svg class="axis" aria-hidden="true" viewBox="0 0 ${form.width} ${height}" width="${form.width}" height="${height}"${more} data-y="${lowerY}" data-tick="${foot ? 0 : height - 6}">
      <path d="${lines(ticks, foot ? 18 : 32)}"></path>
      <path class="major" d="${lines(upper, foot ? 34 : 17)}"></path>
      ${ticks.map(({ x, label }) => label && html`<text x="${rounded(x)}" y="${lowerY}" dx="4"> ${label} </text>`)}
      ${upper.map(({ x, label }) => label && html`<text class="major" x="${rounded(x)}" y="${upperY}" dx="4"> ${label} </text>`)}
      ${
        !foot &&
        html`<g class="today">
          <path d="M${rounded(today.x)} 14V${height}"></path>
          <text x="${rounded(today.x)}" y="${todayY}" text-anchor="${
            today.x > form.width - 60 ? 'end' : today.x < 60 ? 'start' : 'middle'
          }"> ${today.label} </text>
        </g>`
      }
    </svg>
  </div>`;
}

/** The lines down a drawing; with its height from the first, before the drawing itself is laid out. */
export function timelineRoom({ form, ticks, today }: DrawingDates, height: number): Markup {
  const lines = (isMajor: boolean) =>
    ticks
      .filter(({ major }) => major === isMajor)
      .map(({ x }) => `M${rounded(x)} 0V${height}`)
      .join('');
  return html`<svg class="timeline-room" viewBox="0 0 ${form.width} ${height}" preserveAspectRatio="none" aria-hidden="true">
    <path d="${lines(false)}"></path>
    <path class="major" d="${lines(true)}"></path>
    <path class="today" d="M${rounded(today.x)} 0V${height}"></path>
  </svg>`;
}

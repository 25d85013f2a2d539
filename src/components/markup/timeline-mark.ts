import { MARK_RADIUS, NAME_GAP, type TimelineForm } from '../../site/timeline/form.ts';
import type { Mark } from '../../site/timeline/marks.ts';
import { SLIP_GAP } from '../../site/timeline/slip.ts';
import { html, type Markup } from './html.ts';

/**
 * A milestone of a timeline. What is drawn at its place on the axis stands in one moved group, at lengths from there: so
 * a drawing is stretched by moving the groups and by lengthening their lines.
 */
export function timelineMark(mark: Mark, form: TimelineForm): Markup {
  const { x, y } = mark;
  const status = mark.status.replace(' ', '-');
  const place = html` transform="translate(${rounded(x)} ${y})"`;
  const drawn = atItsPlace(mark, form.belowY, status);
  const link = (attributes: Markup | null, content: Markup) =>
    html`<a href="${mark.href}" class="mark-link ${status}"${attributes}><title>${mark.full}</title> ${content}</a>`;
  if (form.names === 'beside') return link(place, html`${drawn}${nameBeside(mark)}`);
  /* Names above their bars stay where they are. */
  const name = html`<text y="${y - 26}">
    <tspan class="mark-title">${mark.title}</tspan>
    <tspan class="mark-meta" x="0" dy="15"> ${mark.meta} </tspan>
  </text>`;
  return link(null, html`<g${place}>${drawn}</g>${name}`);
}

/** A name stands beside its mark, or where an overdue mark's dashes end. */
function nameBeside({ x, lateTo, title, meta }: Mark): Markup {
  const isFar = lateTo !== null && lateTo > x + MARK_RADIUS;
  const place = html`x="${isFar ? rounded(lateTo - x) : 0}" dx="${isFar ? NAME_GAP : MARK_RADIUS + NAME_GAP}"`;
  return html`<text ${place}>
    <tspan class="mark-title">${title}</tspan>
    <tspan class="mark-meta" ${place} dy="15"> ${meta} </tspan>
  </text>`;
}

function atItsPlace(mark: Mark, below: number, status: string): Markup {
  const { slip, window, lateTo, barFrom, barDone } = mark;
  const from = (x: number) => rounded(x - mark.x);
  const done =
    barDone > barFrom && html`<path class="bar-done" d="M${from(barFrom)} 0H${from(barDone)}"></path>`;
  const late = lateTo !== null && html`<path class="bar-late" d="M0 0H${from(lateTo)}"></path>`;
  const moved =
    slip &&
    html`<g class="slip">
      <path d="M${from(slip.first)} ${below}H0V9"></path>
      <circle cx="${from(slip.first)}" cy="${below}" r="4"></circle>
      <text x="${from(slip.textAt)}" y="${below + 4}" dx="${slip.isTextLeft ? -SLIP_GAP : SLIP_GAP}"${
        slip.isTextLeft && html` text-anchor="end"`
      }> ${slip.text} </text>
    </g>`;
  const likely =
    window &&
    html`<path class="window" d="M${from(window.from)} ${below - 5}v8m0-4H${from(window.to)}${window.isOpen ? 'm-5-4l5 4-5 4' : 'm0-4v8'}"></path>`;
  return html`<path class="bar" d="M${from(barFrom)} 0H0"></path> ${done}${late}${moved}${likely}<use class="mark" href="#${status}" width="18" height="18"></use>`;
}

/** A length as drawings write it. */
export function rounded(length: number): number {
  return Math.round(length * 10) / 10;
}

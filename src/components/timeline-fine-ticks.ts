const SVG = 'http://www.w3.org/2000/svg';
const DAY = 86_400_000;
/** The least room for the day that a week begins on, and for the name of a month. */
const WEEK_ROOM = 30;
const MONTH_ROOM = 44;
/** From a label's start: how far it reaches, and how close another may come before it. */
const LABEL = 36;
const BEFORE = 20;

/**
 * Draws weeks with the day that each begins on between the months of an axis, months between quarters or years, where its
 * stretch gives them room.
 * @param scale the place that a place of the axis as it was drawn has now
 */
export function fineTicks(axis: SVGSVGElement, factor: number, scale: (x: number) => number): void {
  axis.querySelector('.fine')?.remove();
  const { from, x, days, day, weekday, y, tick } = axis.dataset;
  if (from === undefined) return;
  const perDay = Number(day) * factor;
  const isWeeks = weekday !== undefined;
  if (isWeeks ? perDay * 7 < WEEK_ROOM : perDay * 28 < MONTH_ROOM) return;
  const labels = [...axis.querySelectorAll(':scope > text:not(.major)')].map((text) =>
    Number(text.getAttribute('x')),
  );
  const month = new Intl.DateTimeFormat(document.documentElement.lang, { month: 'short', timeZone: 'UTC' });
  const fine = document.createElementNS(SVG, 'g');
  fine.classList.add('fine');
  let ticks = '';
  for (let i = 0; i < Number(days); i += 1) {
    const date = new Date(Date.parse(from) + i * DAY);
    if (isWeeks ? date.getUTCDay() !== Number(weekday) : date.getUTCDate() !== 1) continue;
    const at = scale(Number(x)) + i * perDay;
    ticks += `M${at} ${tick}v6`;
    if (labels.some((label) => at > label - BEFORE && at < label + LABEL)) continue;
    const text = document.createElementNS(SVG, 'text');
    text.setAttribute('x', String(at));
    text.setAttribute('y', y ?? '');
    text.setAttribute('dx', '4');
    text.textContent = isWeeks ? String(date.getUTCDate()) : month.format(date);
    fine.append(text);
  }
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ticks);
  fine.append(path);
  axis.append(fine);
}

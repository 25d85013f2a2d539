/** How large lists may be written, to the least size, which is that of the page. */
const SIZES = [1.7, 1.45, 1.3, 1.15] as const;
const LEAST = '';
/** By how much a text that is cut off exceeds its room: one line of six. Letters reach out of their lines by less. */
const ANOTHER_LINE = 1.15;

/** How many fonts have come: texts are as wide as their font. */
const fonts = () => [...document.fonts].filter(({ status }) => status === 'loaded').length;

/**
 * Writes a slide's lists as large as there is room for. Where there is none at the least size, shortens their texts to
 * fewer lines, and then takes rows off the ends of the lists until nothing is cut off, and says below each list how many are
 * not shown: nobody scrolls a wall. Lists are marked by `data-fit`, the line below by `data-rest`, the figure in it by
 * `data-left`; the rows that the page itself left out are counted in the list's `data-more`. It pauses before each look at what
 * fits: each lays the slide out anew.
 */
export function* fitting(slide: HTMLElement): Generator<void> {
  // The size comes first: to know it, the slide is laid out, with a font that was fetched ahead.
  const room = `${slide.clientWidth} ${slide.clientHeight} ${fonts()}`;
  // Nothing is worked out again each time that it is shown.
  if (slide.dataset.size === room) return;
  yield* size(slide);
  slide.dataset.size = room;
}

function* size(slide: HTMLElement): Generator<void> {
  const lists = partsOf(slide, '[data-fit]');
  for (const list of lists) {
    for (const row of rowsOf(list)) row.hidden = false;
    tell(list);
  }
  const rooms = partsOf(slide, '[data-room]');
  for (const room of rooms) delete room.dataset.lines;
  const write = (size: number | '') => slide.style.setProperty('--room', `${size}`);
  write(LEAST);
  if (!isCut(slide)) {
    const most = Math.min(...lists.map(growth));
    for (const size of SIZES) {
      if (size > most) continue;
      write(size);
      yield;
      if (!isCut(slide) && !isShortened(slide)) return;
    }
    write(LEAST);
    return;
  }
  for (const lines of ['2', '1']) {
    for (const room of rooms) if (isCut(room)) room.dataset.lines = lines;
  }
  while (isCut(slide)) {
    const list = givingWay(lists.filter((each) => shown(each).length > 1 && isCut(roomOf(each))));
    if (list === undefined) return;
    const rows = shown(list).slice(1);
    // Columns reach out at their feet: what goes is the list's end, as much as is out.
    const out = rows.filter((row) => isOut(row, roomOf(list))).length;
    for (const row of rows.slice(-(out || 1))) row.hidden = true;
    tell(list);
    yield;
  }
}

/** Of lists in rooms that hold too much, the one to lose rows: one that reaches out of its room, the longest, the last. */
function givingWay(lists: readonly HTMLElement[]): HTMLElement | undefined {
  const reachesOut = (list: HTMLElement) =>
    Number([...(list.parentElement?.children ?? [])].some((part) => isOut(part, roomOf(list))));
  return [...lists].sort((a, b) => reachesOut(a) - reachesOut(b) || shown(a).length - shown(b).length).pop();
}

/** By how much a list could grow at most: its room may grow with it, but never as far as the screen's end, where the frame is. */
function growth(list: HTMLElement): number {
  const { top } = roomOf(list).getBoundingClientRect();
  const bottom = Math.max(top, ...rowsOf(list).map((row) => row.getBoundingClientRect().bottom));
  return (innerHeight - top) / (bottom - top);
}

function isOut(part: Element, room: HTMLElement): boolean {
  const [inner, outer] = [part.getBoundingClientRect(), room.getBoundingClientRect()];
  return inner.bottom > outer.bottom + 1 || inner.right > outer.right + 1;
}

function roomOf(list: HTMLElement): HTMLElement {
  return list.closest<HTMLElement>('[data-room]') ?? list;
}

function partsOf(slide: HTMLElement, selector: string): HTMLElement[] {
  return [...slide.querySelectorAll<HTMLElement>(selector)];
}

function rowsOf(list: HTMLElement): HTMLElement[] {
  return partsOf(list, ':scope > *');
}

function shown(list: HTMLElement): HTMLElement[] {
  return rowsOf(list).filter((row) => !row.hidden);
}

/** Whether a slide, or any part of it that has room of its own, holds more than it shows. */
function isCut(element: HTMLElement): boolean {
  return [element, ...partsOf(element, '[data-room]')].some((room) => exceeds(room));
}

/** Whether a text ends in dots. */
function isShortened(slide: HTMLElement): boolean {
  return partsOf(slide, '.what, .ranks b').some((text) => exceeds(text, ANOTHER_LINE));
}

function exceeds(part: HTMLElement, height = 1): boolean {
  return part.scrollHeight > part.clientHeight * height + 1 || part.scrollWidth > part.clientWidth + 1;
}

function tell(list: HTMLElement): void {
  const rest = list.parentElement?.querySelector<HTMLElement>(':scope > [data-rest]');
  if (!rest) return;
  const hidden = rowsOf(list).length - shown(list).length + Number(list.dataset.more ?? 0);
  rest.hidden = hidden === 0;
  const left = rest.querySelector('[data-left]');
  const { face, locale } = list.closest<HTMLElement>('tv-wall')?.dataset ?? {};
  // A browser takes long over its first format of a number.
  if (left && hidden > 0)
    left.textContent = face && hidden < 1000 ? `${hidden}` : hidden.toLocaleString(locale);
}

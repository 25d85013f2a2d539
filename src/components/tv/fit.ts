/** To the least size, how large lists may be written, from none larger to the largest. */
const SIZES = [1, 1.15, 1.3, 1.45, 1.7] as const;
/** By how much a text that is cut off exceeds its room: one line of six. Letters reach out of their lines by less. */
const ANOTHER_LINE = 1.15;
/** Of a long list, one row in so many goes at once, since each look at what fits takes time. */
const AT_ONCE = 8;
/** The fewest rows that a list keeps, however small the screen. */
const LEAST = 1;

/** How many fonts have come: texts are as wide as their font. */
const fonts = () => [...document.fonts].filter(({ status }) => status === 'loaded').length;

/** The room in which a slide was fitted before: nothing is worked out again each time that it is shown. */
const fitted = new WeakMap<HTMLElement, string>();

/**
 * Writes a slide's lists as large as there is room for. Where there is none at the least size, shortens their texts to
 * fewer lines, and then takes rows off the ends of the lists until nothing is cut off, and says below each list how many are
 * not shown: nobody scrolls a wall. Lists are marked by `data-fit`, the line below by `data-rest`, the figure in it by
 * `data-left`; the rows that the page itself left out are counted in the list's `data-more`.
 */
export function fitSlide(slide: HTMLElement): void {
  // The size comes first: to know it, the slide is laid out, with a font that was fetched ahead.
  const room = `${slide.clientWidth} ${slide.clientHeight} ${fonts()}`;
  if (fitted.get(slide) === room) return;
  fitted.set(slide, room);
  const lists = [...slide.querySelectorAll<HTMLElement>('[data-fit]')];
  for (const list of lists) {
    for (const row of list.children) if (row instanceof HTMLElement) row.hidden = false;
    tell(list);
  }
  const rooms = [...slide.querySelectorAll<HTMLElement>('[data-room]')];
  for (const room of rooms) room.dataset.lines = '3';
  slide.style.setProperty('--room', '1');
  if (!isCut(slide)) {
    enlarge(slide);
    return;
  }
  for (const lines of ['2', '1']) {
    for (const room of rooms) if (isCut(room)) room.dataset.lines = lines;
    if (!isCut(slide)) return;
  }
  let taken: HTMLElement[] = [];
  for (let guard = 0; guard < 500 && isCut(slide); guard += 1) {
    const list = givingWay(
      lists.filter((each) => shown(each).length > LEAST && isCut(roomOf(each) ?? slide)),
    );
    if (list === undefined) break;
    taken = shown(list).slice(-Math.max(1, Math.floor(shown(list).length / AT_ONCE)));
    for (const row of taken) row.hidden = true;
    tell(list);
  }
  giveBack(slide, taken);
}

/** Writes lists at the largest size that fits, found by halving: each look at what fits lays the slide out anew. */
function enlarge(slide: HTMLElement): void {
  const write = (at: number) => slide.style.setProperty('--room', String(SIZES[at]));
  let fits = 0;
  let cuts: number = SIZES.length;
  while (cuts - fits > 1) {
    const tried = Math.ceil((fits + cuts) / 2);
    write(tried);
    if (isCut(slide) || isShortened(slide)) cuts = tried;
    else fits = tried;
  }
  write(fits);
}

/** Shows rows again that were taken off together, as far as they fit. */
function giveBack(slide: HTMLElement, taken: readonly HTMLElement[]): void {
  for (const row of taken.length > 1 ? taken : []) {
    row.hidden = false;
    const list = row.parentElement;
    if (list) tell(list);
    if (!isCut(slide)) continue;
    row.hidden = true;
    if (list) tell(list);
    return;
  }
}

/** Of lists in rooms that hold too much, the one to lose a row: one that reaches out of its room, the longest, the last. */
function givingWay(lists: readonly HTMLElement[]): HTMLElement | undefined {
  const out = lists.filter((list) => {
    const end = roomOf(list)?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY;
    return [...(list.parentElement?.children ?? [])].some(
      (part) => part.getBoundingClientRect().bottom > end + 1,
    );
  });
  return (out.length > 0 ? out : [...lists]).sort((a, b) => shown(a).length - shown(b).length).at(-1);
}

function roomOf(list: HTMLElement): HTMLElement | null {
  return list.closest('[data-room]');
}

function shown(list: HTMLElement): HTMLElement[] {
  return [...list.children].filter((row): row is HTMLElement => row instanceof HTMLElement && !row.hidden);
}

/** Whether a slide, or any part of it that has room of its own, holds more than it shows. */
function isCut(element: HTMLElement): boolean {
  const rooms = [element, ...element.querySelectorAll<HTMLElement>('[data-room]')];
  return rooms.some(
    (room) => room.scrollHeight > room.clientHeight + 1 || room.scrollWidth > room.clientWidth + 1,
  );
}

/** Whether a text ends in dots. */
function isShortened(slide: HTMLElement): boolean {
  return [...slide.querySelectorAll<HTMLElement>('.what, .ranks b')].some(
    (text) => text.scrollHeight > text.clientHeight * ANOTHER_LINE || text.scrollWidth > text.clientWidth + 1,
  );
}

function tell(list: HTMLElement): void {
  const rest = list.parentElement?.querySelector<HTMLElement>(':scope > [data-rest]');
  if (!rest) return;
  const hidden = list.children.length - shown(list).length + Number(list.dataset.more ?? 0);
  rest.hidden = hidden === 0;
  const left = rest.querySelector('[data-left]');
  const locale = list.closest<HTMLElement>('[data-locale]')?.dataset.locale;
  if (left) left.textContent = hidden.toLocaleString(locale);
}

/** The fewest rows that a list keeps, however small the screen. */
const LEAST = 1;

/**
 * Takes rows off the ends of a slide's lists until nothing of it is cut off, and says below each list how many are not
 * shown: nobody scrolls a wall. Lists are marked by `data-fit`, the line below by `data-rest`, a text with `{n}`; the
 * rows that the page itself left out are counted in the list's `data-more`.
 */
export function fitSlide(slide: HTMLElement): void {
  const lists = [...slide.querySelectorAll<HTMLElement>('[data-fit]')];
  for (const list of lists) {
    for (const row of list.children) if (row instanceof HTMLElement) row.hidden = false;
    tell(list);
  }
  // The longest list gives way first, so that two beside one another keep as many rows.
  for (let guard = 0; guard < 500 && isCut(slide); guard += 1) {
    const longest = lists
      .filter(
        (list) => shown(list).length > LEAST && isCut(list.closest<HTMLElement>('[data-room]') ?? slide),
      )
      .sort((a, b) => shown(b).length - shown(a).length)[0];
    const last = longest && shown(longest).at(-1);
    if (longest === undefined || last === undefined) break;
    last.hidden = true;
    tell(longest);
  }
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

function tell(list: HTMLElement): void {
  const rest = list.parentElement?.querySelector<HTMLElement>(':scope > [data-rest]');
  if (!rest) return;
  const hidden = list.children.length - shown(list).length + Number(list.dataset.more ?? 0);
  rest.hidden = hidden === 0;
  rest.textContent = (rest.dataset.rest ?? '').replace('{n}', String(hidden));
}

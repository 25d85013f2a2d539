import { type StretchedView, stretchedView } from './timeline-stretch.ts';

const MOST = 8;
const STEP = 1.5;
/** More pixels are no click. */
const DRAGGED = 4;

/**
 * Stretches the time of all drawings within it, by buttons, keys, the wheel with Ctrl and two fingers, and moves them by
 * dragging, scrolling and arrow keys. Text keeps its size: only places along the axis change.
 */
class TimelineZoom extends HTMLElement {
  private factor = 1;

  connectedCallback(): void {
    const bar = this.querySelector<HTMLElement>('.zoom-bar');
    if (bar === null) return;
    startAtToday(this);
    /** Those that have been close to sight: a large page has more than can be made ready at once. */
    const views = new Map<Element, StretchedView | null>();
    /** Those that are in sight or close to it; the others follow when they come. */
    const near = new Set<StretchedView>();
    /** How far all of them are moved to the side, in their own units. */
    let moved = 0;

    const follow = (view: StretchedView) => {
      view.stretch(this.factor);
      if (view.canScroll) view.frame.tabIndex = this.factor > 1 ? 0 : -1;
      view.moveTo(moved);
    };
    const comes = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const view = views.get(target) ?? (isIntersecting ? ready(target) : null);
          if (view === null) continue;
          near[isIntersecting ? 'add' : 'delete'](view);
          if (isIntersecting && (this.factor > 1 || view.factor > 1)) follow(view);
        }
      },
      { rootMargin: '100%' },
    );

    /** @param at the share of a frame's width that stays where it is */
    const zoom = (factor: number, at = 0.5) => {
      const next = Math.min(MOST, Math.max(1, factor));
      const [view] = near;
      const fixed = view === undefined ? 0 : at * view.width - view.left;
      moved = Math.max(0, ((moved + fixed) * next) / this.factor - fixed);
      this.factor = next;
      for (const view of near) follow(view);
    };
    const commands: Readonly<Record<string, () => void>> = {
      in: () => zoom(this.factor * STEP),
      out: () => zoom(this.factor / STEP),
      all: () => zoom(1),
      today: () => {
        if (this.factor === 1) zoom(3);
        for (const view of near) {
          moved = Math.max(0, view.today() - view.width / 2);
          view.moveTo(moved);
        }
      },
    };
    bar.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      commands[button?.dataset.zoom ?? '']?.();
    });
    this.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const run = { '+': commands.in, '=': commands.in, '-': commands.out, '0': commands.all }[event.key];
      if (run === undefined) return;
      event.preventDefault();
      run();
    });
    const ready = (target: Element): StretchedView | null => {
      const view = target instanceof HTMLElement ? stretchedView(target) : null;
      views.set(target, view);
      if (view === null) return null;
      const { frame } = view;
      frame.addEventListener(
        'wheel',
        (event) => {
          if (!event.ctrlKey && !event.metaKey) return;
          event.preventDefault();
          const { left, width } = frame.getBoundingClientRect();
          zoom(this.factor * Math.exp(-event.deltaY / 200), (event.clientX - left) / width);
        },
        { passive: false },
      );
      // What is scrolled in one is scrolled in all: they share their axis.
      frame.addEventListener('scroll', () => {
        moved = view.scrolled();
        for (const other of near) if (other !== view) other.moveTo(moved);
      });
      drag(frame, () => this.factor, zoom);
      return view;
    };
    for (const view of this.querySelectorAll('timeline-view')) comes.observe(view);
  }
}

/** Where drawings are wider than the screen, shows today first. Browsers that know `scroll-initial-target` have done so. */
function startAtToday(page: HTMLElement): void {
  const start = page.querySelector('.timeline-start > :last-child');
  if (start === null || page.scrollLeft > 0 || CSS.supports('scroll-initial-target', 'nearest')) return;
  if (start.getClientRects().length > 0)
    page.scrollLeft = start.getBoundingClientRect().left - page.getBoundingClientRect().left;
}

/** One pointer moves a stretched drawing, two stretch it. Up and down stays the page's own. */
function drag(
  frame: HTMLElement,
  factorNow: () => number,
  zoom: (factor: number, at?: number) => void,
): void {
  const down = new Map<number, number>();
  let start = { factor: 1, apart: 0 };
  let moved = 0;
  const apart = () => {
    const [a = 0, b = 0] = [...down.values()];
    return Math.max(20, Math.abs(a - b));
  };
  frame.addEventListener('pointerdown', ({ pointerId, clientX }) => {
    down.set(pointerId, clientX);
    moved = 0;
    start = { factor: factorNow(), apart: apart() };
  });
  frame.addEventListener('pointermove', (event) => {
    const before = down.get(event.pointerId);
    if (before === undefined) return;
    down.set(event.pointerId, event.clientX);
    if (down.size === 2) zoom((start.factor * apart()) / start.apart);
    else if (event.pointerType === 'mouse') {
      moved += Math.abs(event.clientX - before);
      frame.scrollLeft -= event.clientX - before;
    }
  });
  for (const end of ['pointerup', 'pointercancel', 'pointerleave'] as const)
    frame.addEventListener(end, ({ pointerId }) => down.delete(pointerId));
  // A drag that ends on a link does not open it.
  frame.addEventListener(
    'click',
    (event) => {
      if (moved > DRAGGED) event.preventDefault();
    },
    true,
  );
  // A link that is dragged by the mouse would be carried away.
  frame.addEventListener('dragstart', (event) => event.preventDefault());
}

customElements.define('timeline-zoom', TimelineZoom);

const MOST = 8;
const STEP = 1.5;
/** More pixels are no click. */
const DRAGGED = 4;

/** An element of a drawing, and how it is put anew for a scale. */
type Placed = (scale: (x: number) => number) => void;

/**
 * Stretches the time of all drawings within it, by buttons, keys, the wheel with Ctrl and two fingers, and moves them by
 * dragging, scrolling and arrow keys. Text keeps its size: only places along the axis change.
 */
class TimelineZoom extends HTMLElement {
  private factor = 1;

  connectedCallback(): void {
    const views = [...this.querySelectorAll<HTMLElement>('.timeline-scroll')].map((frame) => viewOf(frame));
    const bar = this.querySelector<HTMLElement>('.zoom-bar');
    if (bar === null || views.length === 0) return;

    /** @param at the share of a frame's width that stays where it is */
    const zoom = (factor: number, at = 0.5) => {
      const next = Math.min(MOST, Math.max(1, factor));
      const middles = views.map(({ frame }) => (frame.scrollLeft + frame.clientWidth * at) / this.factor);
      this.factor = next;
      for (const [i, { frame, stretch }] of views.entries()) {
        stretch(next);
        frame.tabIndex = next > 1 ? 0 : -1;
        frame.scrollLeft = (middles[i] ?? 0) * next - frame.clientWidth * at;
      }
    };
    const toToday = () => {
      for (const { frame, today } of views)
        frame.scrollLeft = today() * frame.scrollWidth - frame.clientWidth / 2;
    };
    const commands: Readonly<Record<string, () => void>> = {
      in: () => zoom(this.factor * STEP),
      out: () => zoom(this.factor / STEP),
      all: () => zoom(1),
      today: () => {
        if (this.factor === 1) zoom(3);
        toToday();
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
    for (const { frame } of views) {
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
        for (const { frame: other } of views)
          if (other !== frame && other.scrollLeft !== frame.scrollLeft) other.scrollLeft = frame.scrollLeft;
      });
      drag(frame, () => this.factor, zoom);
    }
  }
}

/** A drawing that can be stretched. */
function viewOf(frame: HTMLElement) {
  const drawing = frame.querySelector('svg');
  const width = drawing?.viewBox.baseVal.width ?? 0;
  const height = drawing?.viewBox.baseVal.height ?? 0;
  const left = Number(drawing?.dataset.left);
  const todayX = Number(drawing?.querySelector('.today line')?.getAttribute('x1'));
  // The names of lanes stand on no day.
  const parts = [...(drawing?.querySelectorAll('line, text, tspan, use, circle, path') ?? [])]
    .filter((element) => element.closest('.lane-goal, .lane-team, .lane-empty') === null)
    .map(placed);
  let now = width;
  const stretch = (factor: number) => {
    const scale = (x: number) => (x < left ? x : left + (x - left) * factor);
    for (const place of parts) place(scale);
    now = scale(width);
    drawing?.setAttribute('viewBox', `0 0 ${now} ${height}`);
    drawing?.setAttribute('width', String(now));
    if (drawing) drawing.style.width = `${(now / width) * 100}%`;
  };
  return { frame, stretch, today: () => (left + ((todayX - left) * (now - left)) / (width - left)) / now };
}

/** Marks keep their middle and texts their distance from what they stand beside. */
function placed(element: Element): Placed {
  const path = element.getAttribute('d');
  if (path !== null)
    return (scale) =>
      element.setAttribute(
        'd',
        path.replace(/([MH])([\d.]+)/g, (_, command: string, x: string) => command + scale(Number(x))),
      );
  const names = ['x', 'x1', 'x2', 'cx'].filter((name) => element.hasAttribute(name));
  const places = names.map((name) => ({
    name,
    x: Number(element.getAttribute(name)),
    off: offsetOf(element, name),
  }));
  return (scale) => {
    for (const { name, x, off } of places) element.setAttribute(name, String(scale(x - off) + off));
  };
}

/** How far an element's x lies from the place on the axis that it belongs to. */
function offsetOf(element: Element, name: string): number {
  if (name !== 'x') return 0;
  if (element.tagName === 'use') return -Number(element.getAttribute('width')) / 2;
  if (element.closest('.slip') !== null) return element.getAttribute('text-anchor') === 'end' ? -8 : 8;
  const mark = element.closest('.mark-link');
  if (mark !== null) {
    // A name stands beside its mark, or where an overdue mark's dashes end.
    const late = mark.querySelector('.bar-late')?.getAttribute('x2');
    return late ? Number(element.getAttribute('x')) - Number(late) : 17;
  }
  return element.closest('.axis') === null ? 0 : 4;
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

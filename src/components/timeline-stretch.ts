import { fineTicks } from './timeline-fine-ticks.ts';

/** A drawing that can be stretched, and moved to the side. */
export interface StretchedView {
  readonly frame: HTMLElement;
  /** Whether it is for readers to move it: dates alone follow. */
  readonly canScroll: boolean;
  /** In the drawing's units: where time begins, which is never stretched before, and how wide it is at first. */
  readonly left: number;
  readonly width: number;
  /** How far it is stretched, from 1. */
  readonly factor: number;
  stretch(factor: number): void;
  /** @param x the place, in the drawing's units, that is to be the first in sight */
  moveTo(x: number): void;
  /** The first place in sight. */
  scrolled(): number;
  /** Where today is now. */
  today(): number;
}

/** Puts an element anew for a stretch. */
type Place = (factor: number) => void;

/** A view of a drawing; null where that is empty. Its parts are looked for when it is first stretched. */
export function stretchedView(view: HTMLElement): StretchedView | null {
  const axes = [...view.querySelectorAll<SVGSVGElement>('.axis')];
  const drawn = [...view.querySelectorAll<HTMLElement>('.axis, .timeline-room, .timeline-sheet')];
  const sheet = view.querySelector<HTMLElement>('.timeline-sheet');
  // The dates of a page with many drawings have a view of their own.
  const frame =
    view.querySelector<HTMLElement>('.timeline-scroll') ?? view.querySelector<HTMLElement>('.timeline-axis');
  if (frame === null) return null;
  const left = Number(view.dataset.left);
  const width = Number(view.dataset.width);
  const todayX = Number(view.dataset.today);
  let places: Place[] | null = null;
  let names: HTMLElement | null = null;
  let factor = 1;
  // The names of goals stand on no day.
  const scaleBy = (by: number) => (x: number) => (x < left ? x : left + (x - left) * by);

  const sync = () => {
    for (const each of axes) {
      const box = each.parentElement;
      if (box !== null) box.scrollLeft = frame.scrollLeft;
    }
    const isScrolled = frame.scrollLeft > 1;
    frame.classList.toggle('scrolled', isScrolled);
    if (isScrolled && names === null && sheet !== null) {
      names = namesOf(sheet, left, width);
      view.append(names);
    }
    if (names !== null) {
      names.hidden = !isScrolled;
      names.style.top = `${frame.offsetTop}px`;
      names.style.width = `${((left || width) / width) * 100}%`;
    }
  };
  frame.addEventListener('scroll', sync);

  return {
    frame,
    canScroll: sheet !== null,
    left,
    width,
    get factor() {
      return factor;
    },
    stretch(next) {
      if (next === factor) return;
      factor = next;
      places ??= placesOf(view, scaleBy);
      for (const place of places) place(factor);
      const wide = scaleBy(factor)(width);
      for (const svg of view.querySelectorAll<SVGSVGElement>('.timeline-sheet > svg, .axis, .timeline-room'))
        widen(svg, wide);
      for (const stretched of drawn) stretched.style.width = `${(wide / width) * 100}%`;
      for (const each of axes) fineTicks(each, factor, scaleBy(factor));
      sync();
    },
    moveTo(x) {
      const to = (x * frame.clientWidth) / width;
      if (Math.abs(frame.scrollLeft - to) > 1) frame.scrollLeft = to;
      sync();
    },
    scrolled: () => (frame.scrollLeft * width) / frame.clientWidth,
    today: () => scaleBy(factor)(todayX),
  };
}

/** All that stands on a day: at a place of its own, or at a length from a milestone's. */
function placesOf(view: HTMLElement, scaleBy: (factor: number) => (x: number) => number): Place[] {
  const places: Place[] = [];
  for (const element of view.querySelectorAll('[transform], path, circle, text, tspan, use')) {
    if (element.closest('.lane-goal, .lane-empty, .fine, .timeline-names') !== null) continue;
    const moved = element.getAttribute('transform');
    if (moved !== null) {
      const [x = 0, y = 0] = (moved.match(/-?[\d.]+/g) ?? []).map(Number);
      places.push((by) => element.setAttribute('transform', `translate(${scaleBy(by)(x)} ${y})`));
      continue;
    }
    const isLength = element.closest('[transform]') !== null;
    const scaled = (by: number, x: number) => (isLength ? x * by : scaleBy(by)(x));
    const path = element.getAttribute('d');
    if (path !== null)
      places.push((by) =>
        element.setAttribute(
          'd',
          path.replace(
            /([MH])(-?[\d.]+)/g,
            (_, command: string, x: string) => command + scaled(by, Number(x)),
          ),
        ),
      );
    for (const name of ['x', 'cx']) {
      const x = numberOf(element, name);
      if (x !== 0) places.push((by) => element.setAttribute(name, String(scaled(by, x))));
    }
  }
  return places;
}

/** Copies of the names of lanes, and of those that stand above their bars: for the eye alone. */
function namesOf(sheet: HTMLElement, left: number, width: number): HTMLElement {
  const names = document.createElement('div');
  names.className = 'timeline-names';
  names.ariaHidden = 'true';
  for (const lane of sheet.querySelectorAll<SVGSVGElement>('.timeline')) {
    const copy = lane.cloneNode();
    if (!(copy instanceof SVGSVGElement)) continue;
    widen(copy, left || width);
    copy.removeAttribute('aria-label');
    for (const name of lane.querySelectorAll(left > 0 ? '.lane-goal' : '.lane-goal, .mark-link > text')) {
      const shown = name.cloneNode(true);
      if (shown instanceof SVGAElement) shown.setAttribute('tabindex', '-1');
      copy.append(shown);
    }
    names.append(copy);
  }
  return names;
}

/** Its height stays what it is: width and view box together say the shape. */
function widen(svg: SVGSVGElement, width: number): void {
  svg.setAttribute('width', String(width));
  svg.setAttribute('viewBox', `0 0 ${width} ${svg.viewBox.baseVal.height}`);
}

function numberOf(element: Element | null, name: string): number {
  return Number(element?.getAttribute(name) ?? 0);
}

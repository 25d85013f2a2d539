import { idle } from './idle.ts';

/**
 * Shows a milestone's card while its mark is pointed at, has the focus or was tapped. The card says what the mark says
 * to those who do not see it; Escape closes it, and the pointer may rest on it.
 */
class TimelineView extends HTMLElement {
  connectedCallback(): void {
    /** Made when it is first shown: each that stood ready on a large page would have it laid out anew. */
    let card: HTMLElement | null = null;
    let shown: Element | null = null;
    /** What was shown when the pointer went down: by the click, the focus has come and shown its own. */
    let before: Element | null = null;
    let closing = 0;

    const hide = () => {
      if (card) card.hidden = true;
      shown = null;
    };
    const hideSoon = () => {
      clearTimeout(closing);
      closing = window.setTimeout(hide, 250);
    };
    const show = (mark: Element | null) => {
      clearTimeout(closing);
      if (mark === null || mark === shown) return;
      shown = mark;
      describe(mark);
      card ??= cardWithin(this);
      const [first = '', ...rest] = (mark.getAttribute(SAYS) ?? '').split(SEPARATOR);
      card.replaceChildren(lineOf('b', first), ...rest.map((text) => lineOf('p', text)));
      card.hidden = false;
      place(card, mark, this);
    };

    // A large page has more marks than can be gone through at once: those of a drawing that comes close.
    const comes = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        comes.disconnect();
        // Nobody points at a mark while the page still comes; what is shown before describes itself.
        idle().then(() => {
          for (const mark of this.querySelectorAll('.mark-link')) describe(mark);
        });
      },
      { rootMargin: '50%' },
    );
    comes.observe(this);
    const markOf = ({ target }: Event) => (target instanceof Element ? target.closest('.mark-link') : null);
    // On a pointer's own movement: where the card closes, the mark beneath comes under a pointer that points at nothing.
    this.addEventListener('pointermove', (event) => {
      if (card?.contains(event.target instanceof Node ? event.target : null)) clearTimeout(closing);
      else if (event.pointerType !== 'touch') show(markOf(event));
    });
    this.addEventListener('pointerout', hideSoon);
    this.addEventListener('focusin', (event) => show(markOf(event)));
    this.addEventListener('focusout', hideSoon);
    this.addEventListener('pointerdown', () => {
      before = shown;
    });
    this.addEventListener('click', (event) => {
      const mark = markOf(event);
      // A first tap shows the card, a second one follows the link.
      if (mark === null || mark === before || !matchMedia('(hover: none)').matches) return;
      event.preventDefault();
      show(mark);
    });
    document.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') hide();
    });
  }
}

function cardWithin(view: HTMLElement): HTMLElement {
  const card = document.createElement('div');
  card.className = 'timeline-card';
  card.ariaHidden = 'true';
  view.append(card);
  return card;
}

/** A mark is called what stands beside it; the rest describes it. */
const SAYS = 'aria-description';
/** Between the parts of what a mark says. */
const SEPARATOR = ' · ';

/** The browser's own tooltip would cover the card, and take the mark's name. */
function describe(mark: Element): void {
  const title = mark.querySelector('title');
  if (title === null) return;
  mark.setAttribute(SAYS, title.textContent ?? '');
  title.remove();
}

function lineOf(tag: 'b' | 'p', text: string): HTMLElement {
  const line = document.createElement(tag);
  line.textContent = text;
  return line;
}

/** Below the mark; above it where there is no room. Never over the mark, which may have the focus. */
function place(card: HTMLElement, mark: Element, within: HTMLElement): void {
  const at = (mark.querySelector('.mark') ?? mark).getBoundingClientRect();
  const row = mark.getBoundingClientRect();
  const frame = within.getBoundingClientRect();
  const left = Math.min(Math.max(0, at.left - frame.left), frame.width - card.offsetWidth);
  const isBelow = row.bottom + card.offsetHeight + 8 < innerHeight;
  const top = isBelow ? row.bottom - frame.top + 8 : row.top - frame.top - card.offsetHeight - 8;
  // Moved by the style sheet's own object: a policy may forbid style attributes, and this is none.
  card.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
}

customElements.define('timeline-view', TimelineView);

import { generate } from 'lean-qr/nano';
import { wallAddress } from './wall-address.ts';

/** How many empty cells a code has around it, by the standard. */
const QUIET = 4;

/** Makes the link of a wall, and its code, from what is chosen in the form. */
class TvSetup extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    if (form === null) return;
    form.addEventListener('input', () => this.#tell(form));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      // Shorter than the address that the form would make.
      location.href = this.querySelector<HTMLAnchorElement>('.wall-link')?.href ?? form.action;
    });
    this.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (button?.dataset.does === 'copy') void this.#copy(button);
      if (button?.dataset.does === 'up') {
        const item = button.closest('li');
        item?.previousElementSibling?.before(item);
        button.focus();
        this.#tell(form);
      }
    });
    this.#tell(form);
  }

  #tell(form: HTMLFormElement): void {
    const data = new FormData(form);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const address = wallAddress(new URL(this.dataset.wall ?? '/tv/', location.href).href, {
      teams: data.getAll('teams[]').map(String),
      kinds: data.getAll('slides[]').map(String),
      allKinds: (this.dataset.kinds ?? '').split(','),
      seconds: text('seconds'),
      theme: text('theme'),
      locale: text('locale'),
      night: text('night'),
      review: data.has('review'),
      minutes: text('minutes'),
    });
    const link = this.querySelector<HTMLAnchorElement>('.wall-link');
    if (link) {
      link.href = address;
      link.textContent = address;
    }
    this.#draw(address);
  }

  #draw(address: string): void {
    const drawing = this.querySelector<SVGElement>('.code');
    if (drawing === null) return;
    let code: ReturnType<typeof generate>;
    try {
      code = generate(address);
    } catch {
      // An address of so many teams is longer than any code.
      drawing.style.display = 'none';
      return;
    }
    drawing.style.display = '';
    const cells: string[] = [];
    for (let y = 0; y < code.size; y += 1) {
      for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) cells.push(`M${x} ${y}h1v1h-1z`);
    }
    const side = code.size + 2 * QUIET;
    drawing.setAttribute('viewBox', `${-QUIET} ${-QUIET} ${side} ${side}`);
    drawing.querySelector('path')?.setAttribute('d', cells.join(''));
  }

  async #copy(button: HTMLElement): Promise<void> {
    await navigator.clipboard.writeText(this.querySelector('.wall-link')?.textContent ?? '');
    const { label = '', copied = '' } = button.dataset;
    button.textContent = copied;
    setTimeout(() => {
      button.textContent = label;
    }, 2000);
  }
}

customElements.define('tv-setup', TvSetup);

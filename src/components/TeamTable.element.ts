/** In the order of the numbers in a row's `data-keys`: smaller comes first. */
const NUMBERS = ['attention', 'name', 'progress', 'gap', 'kept', 'fitness', 'next'];

/**
 * Sorts and filters the teams without a page load. What is chosen stands in the address (`?sort=gap&status=at-risk&q=…`),
 * so that it can be sent and the browser's back button undoes it.
 */
class TeamTable extends HTMLElement {
  connectedCallback(): void {
    const filter = this.querySelector<HTMLElement>('search');
    const body = this.querySelector('tbody');
    if (body === null) return;
    const rows = [...body.rows];
    const heads = [...this.querySelectorAll<HTMLElement>('th[data-sort]')];
    let told = rows.length;

    /** Puts the page into the state that the address has. */
    const show = () => {
      const chosen = new URLSearchParams(location.search);
      const sort = chosen.get('sort') ?? 'attention';
      const by = Math.max(0, NUMBERS.indexOf(sort));
      const statuses = (chosen.get('status') ?? '').split(',').filter(Boolean);
      const words = folded(chosen.get('q') ?? '').split(' ');
      for (const control of filter?.querySelectorAll('input, select') ?? []) {
        if (control instanceof HTMLSelectElement) control.value = NUMBERS[by] ?? '';
        if (control instanceof HTMLInputElement) {
          if (control.type === 'checkbox') control.checked = statuses.includes(control.value);
          else if (control !== document.activeElement) control.value = chosen.get('q') ?? '';
        }
      }
      const keyOf = (row: HTMLElement) => Number(row.dataset.keys?.split(' ')[by]);
      const sorted = rows.toSorted((a, b) => keyOf(a) - keyOf(b));
      // Rows that are put where they are would be laid out anew.
      if (sorted.some((row, i) => row !== body.rows[i])) body.append(...sorted);
      for (const row of rows) {
        row.hidden =
          (statuses.length > 0 && !statuses.includes(row.dataset.status ?? '')) ||
          !words.every((word) => (row.dataset.find ?? '').includes(word));
      }
      for (const head of heads) {
        if (head.dataset.sort === sort)
          head.ariaSort = sort === 'name' || sort === 'next' ? 'ascending' : 'other';
        else head.ariaSort = null;
      }
      const shown = rows.filter(({ hidden }) => !hidden).length;
      const count = this.querySelector('[role=status]');
      // A browser takes long over its first figure in a locale; at first, the page itself has told that all are shown.
      if (count && shown !== told) {
        const figure = (count: number) => count.toLocaleString(this.dataset.locale);
        const said = this.dataset.shown ?? '';
        count.textContent = said.replace('{shown}', figure(shown)).replace('{all}', figure(rows.length));
        told = shown;
      }
      const all = filter?.querySelector('button');
      if (all) all.hidden = location.search === '';
      const none = this.querySelector<HTMLElement>('.no-match');
      if (none) none.hidden = shown > 0;
    };

    /** @param step whether the browser's back button should lead to what was before */
    const go = (chosen: URLSearchParams, step: boolean) => {
      const query = chosen.toString().replaceAll('%2C', ',');
      const address = location.pathname + (query && `?${query}`);
      history[step ? 'pushState' : 'replaceState'](null, '', address);
      show();
    };
    const change = (name: string, value: string, step = true) => {
      const chosen = new URLSearchParams(location.search);
      if (value === '' || value === 'attention') chosen.delete(name);
      else chosen.set(name, value);
      go(chosen, step);
    };

    filter?.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === 'search') change('q', target.value, false);
      else if (target instanceof HTMLSelectElement) change('sort', target.value);
      else {
        const chosen = filter.querySelectorAll<HTMLInputElement>('.choice :checked');
        change('status', [...chosen].map(({ value }) => value).join(','));
      }
    });
    filter?.querySelector('button')?.addEventListener('click', () => go(new URLSearchParams(), true));
    for (const head of heads) {
      const button = document.createElement('button');
      button.append(...head.childNodes);
      button.onclick = () => change('sort', head.ariaSort === null ? (head.dataset.sort ?? '') : '');
      head.append(button);
    }
    addEventListener('popstate', show);
    show();
  }
}

/** As the build folds what can be found: small letters without accents. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

customElements.define('team-table', TeamTable);

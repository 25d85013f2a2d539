import type { SearchHit } from './search-runtime.ts';

/** Opens the search by its button, by `/` and by Ctrl or Command and K. What finds comes when it is first opened. */
class SiteSearch extends HTMLElement {
  private find: ((text: string) => readonly SearchHit[]) | null = null;

  connectedCallback(): void {
    const button = this.querySelector('button');
    const dialog = this.querySelector('dialog');
    const input = this.querySelector('input');
    const list = this.querySelector<HTMLElement>('#found');
    const status = this.querySelector('[role=status]');
    if (!button || !dialog || !input || !list || !status) return;
    list.role = 'listbox';
    list.ariaLabel = list.dataset.label ?? '';
    let isOpening = false;

    const open = async () => {
      if (dialog.open) return;
      dialog.showModal();
      input.select();
      if (this.find !== null || isOpening) return;
      isOpening = true;
      try {
        const { load } = await import('./search-runtime.ts');
        this.find = await load(this.dataset.index ?? '', this.dataset.base ?? '');
        show();
      } catch {
        status.textContent = this.dataset.failed ?? '';
      }
      isOpening = false;
    };

    const options = () => [...list.querySelectorAll<HTMLAnchorElement>('[role=option]')];
    const choose = (next: HTMLElement | undefined) => {
      for (const option of options()) option.ariaSelected = String(option === next);
      if (next) input.setAttribute('aria-activedescendant', next.id);
      else input.removeAttribute('aria-activedescendant');
      next?.scrollIntoView({ block: 'nearest' });
    };

    const show = () => {
      if (this.find === null) return;
      const hits = this.find(input.value);
      const sorts: string[] = JSON.parse(this.dataset.sorts ?? '[]');
      const words: Record<string, string> = JSON.parse(this.dataset.statuses ?? '{}');
      const groups = new Map<number, HTMLElement>();
      for (const [i, hit] of hits.entries()) {
        const group = groups.get(hit.sort) ?? groupOf(sorts[hit.sort] ?? '');
        groups.set(hit.sort, group);
        group.append(optionOf(hit, i, words));
      }
      list.replaceChildren(...groups.values());
      input.ariaExpanded = String(hits.length > 0);
      const isAsked = input.value.trim() !== '';
      status.textContent = !isAsked
        ? ''
        : hits.length === 0
          ? (this.dataset.none ?? '')
          : (this.dataset.count ?? '').replace('{count}', hits.length.toLocaleString(this.dataset.locale));
      choose(options()[0]);
    };

    button.onclick = open;
    button.onpointerenter = () => void import('./search-runtime.ts');
    input.oninput = show;
    dialog.onclick = (event) => {
      // A click beside the dialog's content is one on the dialog itself.
      if (event.target === dialog) dialog.close();
    };
    list.addEventListener('click', () => dialog.close());
    input.onkeydown = (event) => {
      const all = options();
      const at = all.findIndex((option) => option.ariaSelected === 'true');
      const moves: Readonly<Record<string, HTMLAnchorElement | undefined>> = {
        ArrowDown: all[(at + 1) % all.length],
        ArrowUp: all.at(at - 1),
        PageDown: all.at(-1),
        PageUp: all[0],
      };
      if (event.key === 'Enter') all[at]?.click();
      else if (event.key in moves) choose(moves[event.key]);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', (event) => {
      const isCommand = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      const isTyping =
        event.target instanceof HTMLElement &&
        event.target.matches('input, textarea, select, [contenteditable]');
      const isSlash = event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!isCommand && !isSlash) return;
      event.preventDefault();
      open();
    });
  }
}

function groupOf(title: string): HTMLElement {
  const group = document.createElement('div');
  group.role = 'group';
  group.ariaLabel = title;
  const head = document.createElement('p');
  head.className = 'meta';
  head.ariaHidden = 'true';
  head.textContent = title;
  group.append(head);
  return group;
}

function optionOf(
  { parts, place, status, href }: SearchHit,
  i: number,
  words: Readonly<Record<string, string>>,
): HTMLElement {
  const option = document.createElement('a');
  option.role = 'option';
  option.id = `found-${i}`;
  option.tabIndex = -1;
  option.href = href;
  const title = document.createElement('span');
  for (const { text, isMatch } of parts) {
    const part = document.createElement(isMatch ? 'mark' : 'span');
    part.textContent = text;
    title.append(part);
  }
  option.append(title);
  const about = document.createElement('span');
  about.className = 'meta';
  about.textContent = [place, words[status]].filter(Boolean).join(' · ');
  option.append(about);
  return option;
}

customElements.define('site-search', SiteSearch);

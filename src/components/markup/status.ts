import type { Site } from '../../site/plan.ts';
import type { Status } from '../../snapshot/snapshot.ts';
import { html, type Markup } from './html.ts';

/**
 * The mark of a status. @param word leave it out (`beside`) only where it stands close by in the text; shown there too (false),
 * it is for screen readers alone
 */
export function statusMark(
  status: Status,
  { words }: Pick<Site, 'words'>,
  word: boolean | 'beside' = true,
): Markup {
  const name = status.replace(' ', '-');
  return html`<span class="status ${name}"> <svg class="mark" viewBox="0 0 20 20" aria-hidden="true"><use href="#${name}"></use></svg>
    ${word === true && html`<span class="status-word">${words.status[status]}</span>`}
    ${word === false && html`<span class="unseen">${words.status[status]}</span>`}
  </span>`;
}

/** A status by its word alone, in its colour: what stands below a title whose mark stands in a column of its own. */
export function statusWord(status: Status, { words }: Pick<Site, 'words'>): Markup {
  return html`<span class="status ${status.replace(' ', '-')}"><span class="status-word">${words.status[status]}</span></span>`;
}

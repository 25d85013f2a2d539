import type { Site } from '../../site/plan.ts';
import { html, type Markup } from './html.ts';

/** Why a row stands as it does, most serious first. */
export function reasonList(
  reasons: readonly { readonly code: string; readonly text: string }[],
): Markup | null {
  if (reasons.length === 0) return null;
  const lines = reasons.map(
    ({ code, text }) => html`<li${code === 'declared-differs' && html` class="differs"`}>${text}</li>`,
  );
  return html`<ul class="reasons"> ${lines} </ul>`;
}

/** Tells of cells that cannot be read and count with what they held before. */
export function restoredCells(
  cells: readonly { readonly text: string }[],
  { links }: Pick<Site, 'links'>,
  teamId?: string | undefined,
): Markup {
  const lines = cells.map(
    ({ text }) => html`<p class="restored">
      <svg class="mark at-risk" viewBox="0 0 20 20" aria-hidden="true"> <use href="#at-risk"></use> </svg>
      <a href="${links.problems(teamId)}">${text}</a>
    </p>`,
  );
  return html`${lines}`;
}

/** Says in the open that rows are missing. @param what what they are missing from, in the words that `leftOut` takes */
export function leftOutNote(
  count: number,
  { links, words }: Pick<Site, 'links' | 'words'>,
  what: string,
  teamId?: string | undefined,
): Markup | null {
  if (count === 0) return null;
  return html`<p class="left-out">
    <svg class="mark at-risk" viewBox="0 0 20 20" aria-hidden="true"> <use href="#at-risk"></use> </svg>
    <span> ${words.page.leftOut(count, what)} <a href="${links.problems(teamId)}">${words.page.cellsToMend}</a> </span>
  </p>`;
}

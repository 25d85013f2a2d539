import { changedRows, linkOfChange, rowText, teamsOf } from '../../site/changes.ts';
import type { Site } from '../../site/plan.ts';
import { teamsById } from '../../site/teams-by-id.ts';
import type { SnapshotChange } from '../../snapshot/snapshot.ts';
import { html, type Markup } from './html.ts';

/**
 * What changed, a line each. A due day that moved and nobody said why is marked in words.
 * @param named whether each line names the team
 */
export function changeList(
  changes: readonly SnapshotChange[],
  { formats, plan, links, words }: Site,
  named = false,
): Markup {
  const { what, sorts } = words.changes;
  const teams = teamsById(plan);
  const lines = changedRows(changes).map(({ first: change, changes: all }) => {
    const href = linkOfChange(change, plan, links);
    const served = named ? teamsOf(change).flatMap((id) => teams.get(id)?.name ?? []) : [];
    const isSilent = all.some(({ silent }) => silent);
    const about = [...served, sorts[change.sort], change.owner].filter(Boolean).join(' · ');
    return html`<li>
      <time class="date" datetime="${change.day}"> ${formats.day(change.day)} </time>
      <div>
        <p> ${href === null ? html`<b class="gone">${change.title}</b>` : html`<a href="${href}">${change.title}</a>`} <span class="what ${change.kind}"> ${rowText(all, formats, words)} </span> </p>
        ${
          (isSilent || change.owner || served.length > 0) &&
          html`<p class="meta"> ${about} ${isSilent && html`· <span class="silent">${what.silent}</span>`} </p>`
        }
      </div>
    </li>`;
  });
  return html`<ol class="rows changes"> ${lines} </ol>`;
}

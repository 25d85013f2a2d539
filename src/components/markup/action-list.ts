import { directory, isDue } from '../../site/people.ts';
import type { Site } from '../../site/plan.ts';
import type { SnapshotAction } from '../../snapshot/snapshot.ts';
import { html, type Markup } from './html.ts';
import { restoredCells } from './notes.ts';

/** Past work is folded away where there is more of it than this beside what is left to do. */
const FEW = 3;

/** Actions in a table, the earliest due first. */
export function actionList(actions: readonly SnapshotAction[], site: Site): Markup {
  const say = site.words.milestone;
  const ordered = [...actions].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  const closed = ordered.filter((action) => !isDue(action));
  if (closed.length <= FEW || closed.length === ordered.length) return table(ordered, site);
  return html`${table(ordered.filter(isDue), site)}<details class="folded">
    <summary>${say.closed(closed.length)}</summary>
    ${table(closed, site)}
  </details>`;
}

function table(actions: readonly SnapshotAction[], site: Site): Markup {
  const say = site.words.milestone;
  return html`<table class="actions">
    <thead> <tr>
      <th scope="col">${say.action}</th>
      <th scope="col">${say.owner}</th>
      <th scope="col">${say.due}</th>
      <th scope="col">${say.state}</th>
    </tr> </thead>
    <tbody> ${actions.map((action) => row(action, site))} </tbody>
  </table>`;
}

function row(action: SnapshotAction, site: Site): Markup {
  const { formats, plan, words } = site;
  const say = words.milestone;
  const { title, link, due, doneOn, promisedTo, weight } = action;
  const late = isDue(action) && due < plan.asOf;
  const notes = [
    weight !== 1 && say.weight(formats.number(weight)),
    promisedTo && say.promisedTo(promisedTo),
  ].filter(Boolean);
  return html`<tr class="${action.state.replace(' ', '-')}">
    <td> ${link ? html`<a href="${link}" rel="noopener"> ${title} </a>` : title}
      ${restoredCells(action.restored, site)}
      ${notes.length > 0 && html`<span class="meta">${notes.join(' · ')}</span>`} </td>
    <td> ${personNames(action.owners, site)} </td>
    <td> <time datetime="${due}"${late && html` class="late"`}> ${formats.day(due)} </time> </td>
    <td> ${say.states[action.state]}
      ${doneOn && html`<span class="meta">${formats.day(doneOn)}</span>`}
      ${late && html`<span class="meta late">${say.overdue}</span>`} </td>
  </tr>`;
}

/** Names of people, a line each, that lead to their pages. */
export function personNames(ids: readonly string[], { plan, links }: Site): Markup {
  const { nameOf } = directory(plan, links);
  return html`<ul class="names"> ${ids.map(
    (id) => html`<li> <a href="${links.person(id)}">${nameOf(id)}</a> </li>`,
  )} </ul>`;
}

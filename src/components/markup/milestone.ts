import { anchor } from '../../site/address.ts';
import { explainMilestonePace } from '../../site/explain/pace.ts';
import { explainMilestoneStatus } from '../../site/explain/status.ts';
import { forecastSentence } from '../../site/forecast.ts';
import { isOpen } from '../../site/overview.ts';
import { isDue } from '../../site/people.ts';
import type { Site } from '../../site/plan.ts';
import type { SnapshotMilestone } from '../../snapshot/snapshot.ts';
import { actionList } from './action-list.ts';
import { explained } from './explained.ts';
import { html, type Markup } from './html.ts';
import { leftOutNote, reasonList, restoredCells } from './notes.ts';
import { paceBar } from './pace-bar.ts';
import { statusMark, statusWord } from './status.ts';

/** A milestone in a line; opened, its reasons, how its figures came about, and its actions. @param opened whether it is shown so */
export function milestoneItem(milestone: SnapshotMilestone, site: Site, opened = false): Markup {
  return html`<li class="milestone ${milestone.status.replace(' ', '-')}" id="${anchor('milestone', milestone.id)}">
    <details${opened && html` open`}> ${line(milestone, site)} ${more(milestone, site)} </details>
  </li>`;
}

function line(milestone: SnapshotMilestone, site: Site): Markup {
  const { formats, plan, words } = site;
  const say = words.milestone;
  const { title, status, kind, owner, due, doneOn, progress, expected } = milestone;
  const closed = !isOpen(milestone);
  /** Of one that is done on a day, the day says so. */
  const wordBelow = doneOn === null;
  return html`<summary>
    <span class="m-mark">${statusMark(status, site, wordBelow ? 'beside' : false)}</span>
    <span class="m-title"> <b>${title}</b>
      <span class="meta">
        ${wordBelow && html`<span class="m-status"> ${statusWord(status, site)} ${(kind ?? owner) && ' · '} </span>`}
        ${kind && html`<span class="m-kind"> ${kind} ${owner && ' · '} </span>`}
        ${owner}
      </span>
      ${milestone.restored.length > 0 && html`<span class="meta late">${say.earlierValue}</span>`}
    </span>
    <span class="m-due">
      ${
        doneOn
          ? html` ${say.doneOn} <time datetime="${doneOn}">${formats.day(doneOn)}</time> `
          : html`<time datetime="${due}"${!closed && due < plan.asOf && LATE}> ${formats.day(due)} </time>`
      }
      ${!closed && html`<span class="meta">${formats.fromNow(due)}</span>`}
    </span>
    <span class="m-pace">
      ${paceBar({ progress, expected, status, of: title }, site)}
      <span class="meta"> ${formats.percent(progress)}${
        !closed && html`<span class="m-expected">, ${say.expected(formats.percent(expected))}</span>`
      } </span>
    </span>
    <span class="m-next"> ${nextAction(milestone, site) ?? (!closed && html`<span class="nothing">${say.noNext}</span>`)} </span>
  </summary>`;
}

const LATE = html` class="late"`;

function nextAction({ actions }: SnapshotMilestone, { formats, plan, words }: Site): Markup | null {
  const next = actions
    .filter(isDue)
    .reduce<(typeof actions)[number] | null>(
      (first, each) => (first === null || each.due < first.due ? each : first),
      null,
    );
  if (next === null) return null;
  const { title, due, owner } = next;
  return html` <span class="unseen">${words.milestone.next} </span> ${title} <span class="meta">
    <time datetime="${due}"${due < plan.asOf && LATE}> ${formats.day(due)} </time>
    ${owner && ` · ${owner}`}
  </span> `;
}

function more(milestone: SnapshotMilestone, site: Site): Markup {
  const { formats, words } = site;
  const say = words.milestone;
  const { actions, current, forecast, link, measure, notes, target, unit } = milestone;
  const done = actions.filter(({ state }) => state === 'done').length;
  const counted = actions.filter(({ state }) => state !== 'dropped').length;
  return html`<div class="m-more">
    ${restoredCells(milestone.restored, site)}
    ${reasonList(milestone.reasons)}
    ${forecast && html`<p class="meta">${forecastSentence(forecast, formats, words)}</p>`}
    ${
      measure &&
      target !== null &&
      html`<p class="meta"> ${say.measured(measure, formats.number(current, unit), formats.number(target, unit))} </p>`
    }
    ${notes && html`<p class="notes">${notes}</p>`}
    ${link && html`<p class="meta"> <a href="${link}" rel="noopener"> ${words.page.openLink} </a> </p>`}
    ${leftOutNote(milestone.leftOut, site, words.page.leftOutFrom.milestone)}
    ${explained(explainMilestoneStatus(milestone, site), html` <span class="meta">${say.statusWorkedOut}</span> `, site)}
    ${explained(explainMilestonePace(milestone, site), html` <span class="meta">${say.workedOut}</span> `, site)}
    ${
      actions.length === 0
        ? html`<p class="empty-line">${say.noActions}</p>`
        : html` <p class="meta">${say.actionsDone(done, counted)}</p> ${actionList(actions, site)} `
    }
  </div>`;
}

import { changedRows, linkOfChange, rowText } from '../../site/changes.ts';
import { beyondBar } from '../../site/overview.ts';
import type { Site } from '../../site/plan.ts';
import { AGENDA, type Commitment, isQuiet, type Review, type TeamReview } from '../../site/review.ts';
import { html, type Markup, type Part } from './html.ts';
import { restoredCells } from './notes.ts';
import { statusMark, statusWord } from './status.ts';
import { updateMeta } from './update-meta.ts';

type Key = (typeof AGENDA)[number]['key'];

/** What the parts of a team's review are made from. */
interface Context {
  readonly review: TeamReview;
  readonly isCurrent: boolean;
  readonly site: Site;
}

/** So many lines of a part are shown; what is left is counted. */
const MOST = 10;

/** One team's part of the weekly review, in the order of the meeting. Fits a printed page. @param id of its element */
export function teamReview(
  review: TeamReview,
  { isCurrent }: Pick<Review, 'isCurrent'>,
  id: string,
  site: Site,
): Markup {
  const { team, lastWeek } = review;
  const { links, words } = site;
  const say = words.review;
  const kept = lastWeek.filter(({ outcome }) => outcome === 'kept').length;
  const [keptText, keptWhen] = say.keptLastWeek(words.figures.keptOf(kept, lastWeek.length));
  const context = { review, isCurrent, site };
  const columns = [
    [promisedLastWeek(context), movedSince(context), dueNext(context)],
    [atRiskNow(context), promisedThisWeek(context), updatesOf(context)],
  ].filter((parts) => parts.some((part) => part !== null));
  return html`<article class="review-team" id="${id}" aria-labelledby="${id}-title">
    <header>
      <h2 id="${id}-title"><a href="${links.team(team.id)}">${team.name}</a></h2>
      ${isCurrent && statusMark(team.status, site)}
      ${lastWeek.length > 0 && html`<p class="review-kept"> <b>${keptText}</b> ${keptWhen} </p>`}
    </header>
    ${
      isQuiet(review)
        ? html`<p class="empty-line">${say.quiet}</p>`
        : html`<div class="review-parts"> ${columns.map(([one, two, three]) => html`<div> ${one} ${two} ${three} </div>`)} </div>`
    }
  </article>`;
}

/** A part with its number on the agenda, which leads the meeting through both columns; null where nothing is in it. */
function part(key: Key, title: string, rows: readonly unknown[], list: () => Markup): Markup | null {
  if (rows.length === 0) return null;
  const number = AGENDA.findIndex((each) => each.key === key) + 1;
  return html`<section> <h3> <span class="part-number">${number}</span> ${title} </h3> ${list()} </section>`;
}

function listOf(lines: Part, more: Part = null, leds = true): Markup {
  return html`<ul${leds && html` class="leds"`}> ${lines} ${more} </ul>`;
}

function moreThan(rows: readonly unknown[], { words }: Site): Markup | false {
  return rows.length > MOST && html`<li class="meta">${words.review.more(rows.length - MOST)}</li>`;
}

/** A promise with who gave it, and to whom. */
function promise(
  { action, milestone }: Commitment,
  doneSince: string | null,
  { review, site }: Context,
): Markup {
  const { formats, links, words } = site;
  const { team } = review;
  const say = words.review;
  const who = [action.owner, action.promisedTo && say.to(action.promisedTo)].filter(Boolean).join(', ');
  const about = [who, doneSince && say.doneSince(formats.day(doneSince))].filter(Boolean).join('; ');
  return html`<div>
    <a href="${links.milestone(team.id, milestone.id)}">${action.title}</a>
    <span class="meta">${about}</span>
    ${restoredCells(action.restored, site, team.id)}
  </div>`;
}

function promisedLastWeek(context: Context): Markup | null {
  const { lastWeek } = context.review;
  const { figures, review: say } = context.site.words;
  const line = (judged: (typeof lastWeek)[number]) => html`<li class="outcome-${judged.outcome}">
    <span class="outcome">${figures[judged.outcome]}</span>
    ${promise(judged, judged.doneSince, context)}
  </li>`;
  return part('lastWeek', say.agenda.lastWeek, lastWeek, () => listOf(lastWeek.map(line)));
}

function movedSince({ review: { moved }, site }: Context): Markup | null {
  const { formats, links, plan, words } = site;
  const say = words.review;
  const undone = changedRows(moved.filter(({ kind }) => kind !== 'done'));
  const done = moved.filter(({ kind }) => kind === 'done').length;
  const lines = undone.slice(0, MOST).map(({ first, changes }) => {
    const href = linkOfChange(first, plan, links);
    const what = rowText(changes, formats, words);
    const isSilent = changes.some(({ silent }) => silent);
    return html`<li>
      ${href === null ? html`<b>${first.title}</b>` : html`<a href="${href}">${first.title}</a>`}
      <span class="what"> ${what} </span>
      ${isSilent && html`<span class="meta silent"> ${words.changes.what.silent}</span>`}
    </li>`;
  });
  const counted = html`${moreThan(undone, site)} ${done > 0 && html`<li class="meta">${say.markedDone(done)}</li>`}`;
  return part('moved', say.agenda.moved, moved, () => listOf(lines, counted, false));
}

function dueNext({ review: { team, dueSoon }, site: { formats, links, words } }: Context): Markup | null {
  const lines = dueSoon.map(
    ({ id, title, due, owner }) => html`<li>
      <b>${formats.day(due)}</b>
      <div> <a href="${links.milestone(team.id, id)}">${title}</a> <span class="meta">${owner}</span> </div>
    </li>`,
  );
  return part('dueSoon', words.review.agenda.dueSoon, dueSoon, () => listOf(lines));
}

/** Of a past week, what was overdue: what was at risk then is not known. */
function atRiskNow({ review: { team, atRisk }, isCurrent, site }: Context): Markup | null {
  const { links, words } = site;
  const say = words.review;
  const lines = atRisk.slice(0, MOST).map(({ id, title, owner, reasons, status }) => {
    const why = (beyondBar(reasons)[0] ?? reasons[0])?.text;
    return html`<li>
      ${isCurrent && statusMark(status, site, 'beside')}
      <div>
        <a href="${links.milestone(team.id, id)}">${title}</a>
        <span class="meta"> ${isCurrent ? html` ${statusWord(status, site)} · ${why} ` : owner} </span>
      </div>
    </li>`;
  });
  const heading = isCurrent ? say.agenda.atRisk : say.overdue;
  return part('atRisk', heading, atRisk, () => listOf(lines, moreThan(atRisk, site), isCurrent));
}

function promisedThisWeek(context: Context): Markup | null {
  const { thisWeek } = context.review;
  const { formats, words } = context.site;
  const lines = thisWeek.map(
    (each) => html`<li> <b>${formats.day(each.action.due)}</b> ${promise(each, null, context)} </li>`,
  );
  return part('thisWeek', words.review.agenda.thisWeek, thisWeek, () => listOf(lines));
}

function updatesOf({ review: { updates }, site }: Context): Markup | null {
  const lines = updates.map(
    (update) =>
      html`<li> ${update.text} <span class="meta"> ${updateMeta(update, site, { day: true })} </span> </li>`,
  );
  return part('updates', site.words.review.agenda.updates, updates, () => listOf(lines, null, false));
}

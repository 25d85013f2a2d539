import type { SnapshotMilestone, SnapshotTeam } from '../../snapshot/snapshot.ts';
import { wordsFor } from '../../words/words.ts';
import { beyondBar } from '../overview.ts';
import type { Site } from '../plan.ts';

/** How many rows a sentence names. */
const NAMED = 3;

type Door = Pick<Site, 'plan' | 'formats' | 'words'>;
type Reasons = SnapshotTeam['reasons'];

/** Why a team stands as it does, beyond what its bar shows, in the language of a page; null where the bar says all. */
export function teamWhy(team: SnapshotTeam, at: Door): string | null {
  const reason = beyondBar(team.reasons)[0];
  if (reason === undefined) return null;
  if (isOwn(at)) return reason.text;
  const say = at.words.reasons;
  const goals = (status: string) =>
    named(
      team.goals
        .filter((goal) => goal.status === status)
        .sort((a, b) => a.due.localeCompare(b.due))
        .map(({ title }) => title),
      at,
    );
  switch (reason.code) {
    case 'goal-off-track':
      return say.offTrack(goals('off track'));
    case 'goal-at-risk':
      return say.atRisk(goals('at risk'));
    case 'no-goals':
      return team.goals.length === 0 ? say.noGoals : say.allDropped;
    case 'done':
      return say.allDone;
    case 'not-started':
      return say.noneStarted;
    default:
      return null;
  }
}

/** Why a milestone stands as it does, in the language of a page. */
export function milestoneWhy(milestone: SnapshotMilestone, at: Door): string | null {
  const reason = firstReason(milestone.reasons);
  if (reason === undefined) return null;
  if (isOwn(at)) return reason.text;
  const { formats, plan, words } = at;
  const say = words.reasons;
  const open = milestone.actions.filter(({ state }) => state !== 'done' && state !== 'dropped');
  const [done, expected] = [formats.percent(milestone.progress), formats.percent(milestone.expected)];
  switch (reason.code) {
    case 'overdue':
      return say.overdue(formats.fullDay(milestone.due), -formats.daysAway(milestone.due));
    case 'blocked-action':
      return say.blockedActions(
        named(
          open.filter(({ state }) => state === 'blocked').map(({ title }) => title),
          at,
        ),
      );
    case 'overdue-action':
      return say.overdueActions(
        named(
          open.filter(({ due }) => due < plan.asOf).map(({ title }) => title),
          at,
        ),
      );
    case 'no-next-action':
      return say.noNextAction;
    case 'stalled':
      return say.stalled(plan.settings.stalledAfter);
    case 'close-or-next':
      return say.closeOrNext;
    case 'forecast-late':
      return milestone.forecast?.p85
        ? say.forecastLate(formats.fullDay(milestone.forecast.p85), '').trim()
        : say.beyondHorizon('').trim();
    case 'behind':
      return say.behind(done, expected);
    case 'near-pace':
      return say.nearPace(done, expected);
    default:
      return null;
  }
}

/** What is said first of a row where no bar stands beside it. */
function firstReason(reasons: Reasons): Reasons[number] | undefined {
  return beyondBar(reasons)[0] ?? reasons[0];
}

/** Whether a page speaks the plan's own language, in which the roll-up has worded the reasons. */
function isOwn({ plan, words }: Door): boolean {
  return wordsFor(plan.settings.locale).language === words.language;
}

function named(titles: readonly string[], { words }: Door): string {
  const quoted = titles.slice(0, NAMED).map((title) => words.feeds.quoted(title));
  return words.page.list(quoted, Math.max(0, titles.length - NAMED));
}

import { reaches } from '../../rollup/measure.ts';
import type { SnapshotGoal, SnapshotMilestone, SnapshotTeam, Status } from '../../snapshot/snapshot.ts';
import { less, share } from './arithmetic.ts';
import { type Condition, type Door, type Explanation, explanation } from './explanation.ts';

interface Judged {
  readonly progress: number | null;
  readonly expected: number | null;
  readonly gap: number | null;
  readonly status: Status;
  readonly reasons: readonly { readonly code: string }[];
}

/** How a team's status was settled; null where nothing counts. */
export function explainTeamStatus(team: SnapshotTeam, door: Door): Explanation | null {
  if (team.gap === null) return null;
  const { conditions } = door.words.explain;
  return judged(team, door, [
    gapRule(team, 'off track', door),
    gapRule(team, 'at risk', door),
    found(team, 'at risk', 'goal-off-track', conditions.goalOffTrack),
    found(team, 'done', 'done', conditions.goalsDone),
    found(team, 'not started', 'not-started', conditions.goalsNotStarted),
  ]);
}

/** How a goal's status was settled. */
export function explainGoalStatus(goal: SnapshotGoal, door: Door): Explanation {
  const { formats, words } = door;
  const { conditions } = words.explain;
  return judged(goal, door, [
    found(goal, 'dropped', 'dropped', conditions.typedDropped),
    found(goal, 'done', 'done', conditions.typedDone),
    found(goal, 'off track', 'overdue', conditions.overdue(formats.day(goal.due))),
    gapRule(goal, 'off track', door),
    gapRule(goal, 'at risk', door),
    found(goal, 'at risk', 'milestone-off-track', conditions.milestoneOffTrack),
    found(goal, 'at risk', 'blocked-action', conditions.blocked),
    found(goal, 'at risk', 'overdue-action', conditions.overdueAction),
    found(goal, 'at risk', 'forecast-late', lateForecast(goal, door)),
    found(goal, 'not started', 'not-started', conditions.notStarted(formats.day(goal.start))),
  ]);
}

/** How a milestone's status was settled. */
export function explainMilestoneStatus(milestone: SnapshotMilestone, door: Door): Explanation {
  const { formats, plan, words } = door;
  const { conditions } = words.explain;
  return judged(milestone, door, [
    found(milestone, 'dropped', 'dropped', conditions.typedDropped),
    found(milestone, 'done', 'done', conditions.typedDone),
    found(milestone, 'off track', 'overdue', conditions.overdue(formats.day(milestone.due))),
    gapRule(milestone, 'off track', door),
    gapRule(milestone, 'at risk', door),
    found(milestone, 'at risk', 'blocked-action', conditions.blocked),
    found(milestone, 'at risk', 'overdue-action', conditions.overdueAction),
    found(milestone, 'at risk', 'no-next-action', conditions.noNextAction),
    found(milestone, 'at risk', 'stalled', conditions.stalled(plan.settings.stalledAfter)),
    found(milestone, 'at risk', 'forecast-late', lateForecast(milestone, door)),
    found(milestone, 'not started', 'not-started', conditions.notStarted(formats.day(milestone.start))),
  ]);
}

function lateForecast({ forecast }: Pick<SnapshotGoal, 'forecast'>, { formats, words }: Door): string {
  const { conditions } = words.explain;
  if (forecast === null) return conditions.noForecast;
  return conditions.forecast(forecast.p85 === null ? null : formats.day(forecast.p85), formats.percent(0.85));
}

function judged(row: Judged, { words }: Door, rules: readonly Condition[]): Explanation {
  const { explain } = words;
  const otherwise: Condition = { status: 'on track', text: explain.conditions.otherwise, holds: true };
  const ordered = [...rules, otherwise];
  const first = ordered.find(({ holds }) => holds);
  return explanation({
    rules: [explain.statusRule],
    // The last rule holds only where none before it does.
    conditions: ordered.map((rule) => ({
      ...rule,
      holds: rule === otherwise ? first === otherwise : rule.holds,
    })),
    sums:
      row.expected === null || row.progress === null
        ? []
        : [{ figure: 'gap', label: explain.gap, term: less(share(row.expected), share(row.progress)) }],
  });
}

/** A rule that the roll-up found to hold where it gave its reason. */
function found({ reasons }: Judged, status: Status, code: string, text: string): Condition {
  return { status, text, holds: reasons.some((reason) => reason.code === code) };
}

function gapRule(row: Judged, status: 'at risk' | 'off track', { plan, formats, words }: Door): Condition {
  const { atRiskFrom, offTrackFrom } = plan.settings;
  const limit = status === 'off track' ? offTrackFrom : atRiskFrom;
  return {
    status,
    text: words.explain.conditions.gap(formats.number(limit * 100)),
    holds: row.status !== 'done' && row.status !== 'dropped' && row.gap !== null && reaches(row.gap, limit),
  };
}

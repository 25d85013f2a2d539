import type {
  Snapshot,
  SnapshotAction,
  SnapshotGoal,
  SnapshotMilestone,
  SnapshotTeam,
} from '../../snapshot/snapshot.ts';
import { type Column, csvText } from './csv.ts';

interface MilestoneRow {
  readonly team: SnapshotTeam;
  readonly goal: SnapshotGoal;
  readonly milestone: SnapshotMilestone;
}

interface ActionRow extends MilestoneRow {
  readonly action: SnapshotAction;
}

/** What a row belongs to. */
const ABOVE: readonly Column<MilestoneRow>[] = [
  ['team', ({ team }) => team.name],
  ['teamId', ({ team }) => team.id],
  ['goal', ({ goal }) => goal.title],
  ['goalId', ({ goal }) => goal.id],
];

/** Headers are the keys of plan.json. */
const MILESTONE_COLUMNS: readonly Column<MilestoneRow>[] = [
  ...ABOVE,
  ['id', ({ milestone }) => milestone.id],
  ['title', ({ milestone }) => milestone.title],
  ['kind', ({ milestone }) => milestone.kind],
  ['owner', ({ milestone }) => milestone.owner],
  ['start', ({ milestone }) => milestone.start],
  ['due', ({ milestone }) => milestone.due],
  ['firstDue', ({ milestone }) => milestone.firstDue],
  ['doneOn', ({ milestone }) => milestone.doneOn],
  ['weight', ({ milestone }) => milestone.weight],
  ['priority', ({ milestone }) => milestone.priority],
  ['progress', ({ milestone }) => milestone.progress],
  ['expected', ({ milestone }) => milestone.expected],
  ['gap', ({ milestone }) => milestone.gap],
  ['status', ({ milestone }) => milestone.status],
  ['declared', ({ milestone }) => milestone.declared],
  ['reasons', ({ milestone }) => milestone.reasons.map(({ text }) => text).join('\n') || null],
  ['forecastP50', ({ milestone }) => milestone.forecast?.p50 ?? null],
  ['forecastP85', ({ milestone }) => milestone.forecast?.p85 ?? null],
];

const ACTION_COLUMNS: readonly Column<ActionRow>[] = [
  ...ABOVE,
  ['milestone', ({ milestone }) => milestone.title],
  ['milestoneId', ({ milestone }) => milestone.id],
  ['id', ({ action }) => action.id],
  ['title', ({ action }) => action.title],
  ['owner', ({ action }) => action.owner],
  ['due', ({ action }) => action.due],
  ['firstDue', ({ action }) => action.firstDue],
  ['doneOn', ({ action }) => action.doneOn],
  ['state', ({ action }) => action.state],
  ['weight', ({ action }) => action.weight],
  ['priority', ({ action }) => action.priority],
  ['promisedTo', ({ action }) => action.promisedTo],
  ['link', ({ action }) => action.link],
];

/** `milestones.csv`: every milestone in the plan's order, dropped ones too. Shares are 0 to 1, days YYYY-MM-DD. */
export function milestonesCsv(plan: Pick<Snapshot, 'teams'>): string {
  return csvText(MILESTONE_COLUMNS, milestoneRows(plan));
}

/** `actions.csv`: every action in the plan's order, dropped ones too. Days are YYYY-MM-DD. */
export function actionsCsv(plan: Pick<Snapshot, 'teams'>): string {
  const rows = milestoneRows(plan).flatMap((above) =>
    above.milestone.actions.map((action) => ({ ...above, action })),
  );
  return csvText(ACTION_COLUMNS, rows);
}

function milestoneRows({ teams }: Pick<Snapshot, 'teams'>): MilestoneRow[] {
  return teams.flatMap((team) =>
    team.goals.flatMap((goal) => goal.milestones.map((milestone) => ({ team, goal, milestone }))),
  );
}

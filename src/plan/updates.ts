import { quoted, said } from '../grid/said.ts';
import { didYouMean } from './closest.ts';
import { type Draft, isLost } from './draft.ts';
import type { LinkedRows } from './link-rows.ts';
import { findParents, guess, type ParentIndex } from './parents.ts';
import type { Update } from './plan.ts';
import type { UpdateRow } from './rows.ts';
import { updateKind } from './words.ts';

/** What updates are held against. */
interface Links {
  readonly rows: LinkedRows;
  readonly teamId: (name: string) => string | null;
  readonly personName: (name: string) => string;
  /** True for a team, person or customer, which an update may be about without more ado. */
  readonly isName: (name: string) => boolean;
}

/** The updates that count, in the order of the sheet. */
export function linkUpdates(drafts: readonly Draft<UpdateRow>[], links: Links): Update[] {
  const updates: Update[] = [];
  for (const draft of drafts) {
    const team = links.teamId(typeof draft.fields.team === 'string' ? draft.fields.team : '');
    draft.scope = { team, goal: null, milestone: null };
    const { row } = draft;
    if (row === null || team === null) continue;
    const kind = updateKind(row.kind ?? '');
    const about = row.about === null ? null : findAbout(row.about, team, links.rows);
    if (kind !== null && typeof kind !== 'string') draft.findings.push({ ...kind, field: 'kind' });
    if (row.about !== null && about === null && !links.isName(row.about))
      addUnknownAbout(draft, row.about, links.rows);
    updates.push({
      day: row.day,
      team,
      text: row.update,
      kind: typeof kind === 'string' ? kind : null,
      about: row.about,
      aboutGoal: about?.field === 'goal' ? about.id : null,
      aboutMilestone: about?.field === 'milestone' ? about.id : null,
      by: row.by === null ? null : links.personName(row.by),
      source: draft.source,
    });
  }
  return updates;
}

interface About {
  readonly field: 'goal' | 'milestone';
  /** Null where the row that it names is left out. */
  readonly id: string | null;
}

/** The one goal, else the one milestone, that a text names; of several, the one of the update's own team. */
function findAbout(text: string, team: string, rows: LinkedRows): About | null {
  const levels: [About['field'], ParentIndex][] = [
    ['goal', rows.goalIndex],
    ['milestone', rows.milestoneIndex],
  ];
  for (const [field, index] of levels) {
    const named = findParents(index, text);
    const own = named.length > 1 ? named.filter((draft) => draft.scope.team === team) : named;
    const [one] = own;
    if (one !== undefined && own.length === 1) return { field, id: isLost(one) ? null : one.id };
  }
  return null;
}

function addUnknownAbout(draft: Draft<UpdateRow>, about: string, rows: LinkedRows): void {
  const close = [...new Set([...guess(about, rows.goalIndex), ...guess(about, rows.milestoneIndex)])].slice(
    0,
    3,
  );
  draft.findings.push({
    field: 'about',
    code: 'unknown-about',
    message: said`${quoted(about)} names no one goal or milestone.${didYouMean(close)}`,
    fix: said`Write the ID or the title of a goal or milestone, or leave the cell blank.`,
  });
}

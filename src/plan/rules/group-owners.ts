import { quoted, said, term } from '../../grid/said.ts';
import { nameKey } from '../name.ts';
import type { Rule } from '../rules.ts';
import { isGroup } from '../words.ts';
import { liveRows, problemIn } from './live-rows.ts';

/** A row whose owner is a team, or all: what everyone answers for, nobody does. A person of that name is none of these. */
export const groupOwners: Rule = (plan) => {
  const people = new Set(plan.people.flatMap(({ name, source }) => (source === null ? [] : nameKey(name))));
  const teams = new Set(plan.teams.map((team) => nameKey(team.name)));
  return [...liveRows(plan)].flatMap((live) => {
    const group = live.row.owners.find(
      (name) => !people.has(nameKey(name)) && (isGroup(name) || teams.has(nameKey(name))),
    );
    if (group === undefined) return [];
    const message = said`The owner of the ${term(live.sort)} is ${quoted(group)}, which is no one person; expected is one who answers for it.`;
    const fix = said`Write the name of one person, and the others in Notes.`;
    return [problemIn(live, { code: 'group-owner', message, fix }, 'owner')];
  });
};

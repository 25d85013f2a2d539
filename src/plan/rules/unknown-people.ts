import { quoted, said } from '../../grid/said.ts';
import { candidates, closestAmong, didYouMean } from '../closest.ts';
import { nameKey } from '../name.ts';
import type { Rule } from '../rules.ts';
import { indexNames } from '../same-person.ts';
import { isGroup } from '../words.ts';
import { oncePerName, peopleMentioned } from './mentions.ts';

/** People who are mentioned, but are not in the People sheet, where anyone is. Of a group, group-owner tells. */
export const unknownPeople: Rule = (plan) => {
  const known = plan.people.filter((person) => person.source !== null).map((person) => person.name);
  if (known.length === 0) return [];
  const unknown = new Set(
    plan.people.filter((person) => person.source === null).map((person) => nameKey(person.name)),
  );
  const index = indexNames(known);
  const named = candidates(known);
  return oncePerName(peopleMentioned(plan), (name) => {
    if (!unknown.has(nameKey(name)) || isGroup(name)) return null;
    const like = index.like(name).map((other) => other.name);
    const meant = [...new Set([...like, ...closestAmong(name, named)])].slice(0, 3);
    return {
      code: 'unknown-person',
      message: said`${quoted(name)} is not in the People sheet.${didYouMean(meant)}`,
      fix: said`Add a row to the People sheet, or write the name as it stands there.`,
    };
  });
};

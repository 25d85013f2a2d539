import { quote } from '../../grid/text.ts';
import { closest, didYouMean } from '../closest.ts';
import { nameKey } from '../name.ts';
import type { Rule } from '../rules.ts';
import { oncePerName, peopleMentioned } from './mentions.ts';

/** People who are mentioned, but are not in the People sheet, where anyone is. */
export const unknownPeople: Rule = (plan) => {
  const known = plan.people.filter((person) => person.source !== null).map((person) => person.name);
  if (known.length === 0) return [];
  const unknown = new Set(
    plan.people.filter((person) => person.source === null).map((person) => nameKey(person.name)),
  );
  return oncePerName(peopleMentioned(plan), (name) => {
    if (!unknown.has(nameKey(name))) return null;
    const message = `${quote(name)} is not in the People sheet.${didYouMean(closest(name, known))}`;
    return {
      code: 'unknown-person',
      message,
      fix: 'Add a row to the People sheet, or write the name as it stands there.',
    };
  });
};

import { nameKey } from '../../plan/name.ts';
import { type Check, fail, named, notMeasurable, pass } from './check.ts';

/** The right people for what the customers need: each need is a skill of somebody on the team. */
export const skillsCoverNeeds: Check = {
  name: "The team's skills cover its customers' needs",
  why: 'Good will does not replace a skill that the customer needs: find it, learn it or bring it in.',
  judge({ customers, people }) {
    const needing = customers.filter(({ needs }) => needs.length > 0);
    if (needing.length === 0) return notMeasurable("None of the team's customers has needs named.");
    const skills = new Set(people.flatMap((person) => person.skills.map(nameKey)));
    if (skills.size === 0) return notMeasurable('No skills are named for anybody on the team.');
    const uncovered = needing
      .map(({ id, name, needs }) => ({
        sort: 'customer' as const,
        id,
        title: name,
        lacking: needs.filter((need) => !skills.has(nameKey(need))),
      }))
      .filter(({ lacking }) => lacking.length > 0);
    if (uncovered.length === 0) return pass('Each need is a skill of somebody on the team.');
    return fail(
      `Needs that nobody has the skill for: ${named(uncovered, ({ lacking }) => ` (${lacking.join(', ')})`)}.`,
      uncovered,
    );
  },
};

import { nameKey } from '../../plan/name.ts';
import { type Check, fail, named, notMeasurable, pass } from './check.ts';

/** The right people for what the customers need: each need is a skill of somebody on the team. */
export const skillsCoverNeeds: Check = {
  key: 'skillsCoverNeeds',
  name: "The team's skills cover its customers' needs",
  judge({ customers, people }, { words }) {
    const say = words.fitness;
    const needing = customers.filter(({ needs }) => needs.length > 0);
    if (needing.length === 0) return notMeasurable(say.noNeeds);
    const skills = new Set(people.flatMap((person) => person.skills.map(nameKey)));
    if (skills.size === 0) return notMeasurable(say.noSkills);
    const uncovered = needing
      .map(({ id, name, needs }) => ({
        sort: 'customer' as const,
        id,
        title: name,
        lacking: needs.filter((need) => !skills.has(nameKey(need))),
      }))
      .filter(({ lacking }) => lacking.length > 0);
    if (uncovered.length === 0) return pass(say.covered);
    return fail(
      say.uncovered(named(uncovered, words, ({ lacking }) => ` (${lacking.join(', ')})`)),
      uncovered,
    );
  },
};

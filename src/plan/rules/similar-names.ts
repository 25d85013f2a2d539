import { quoted, said, type Text } from '../../grid/said.ts';
import { nameKey } from '../name.ts';
import type { Problem } from '../problem.ts';
import { problemAt } from '../report.ts';
import type { Rule } from '../rules.ts';
import { indexNames, type NameIndex } from '../same-person.ts';
import { isGroup } from '../words.ts';
import { type Mention, peopleMentioned } from './mentions.ts';

interface Named {
  readonly name: string;
  readonly first: Mention;
  readonly order: number;
  count: number;
}

/**
 * One person in two spellings: told once, at the first cell of the one that stands less often. With a People sheet, what
 * is not in it is told of anyway: see unknown-person.
 */
export const similarNames: Rule = (plan) => {
  if (plan.people.some((person) => person.source !== null)) return [];
  const byKey = new Map<string, Named>();
  for (const mention of peopleMentioned(plan)) {
    if (isGroup(mention.name)) continue;
    const known = byKey.get(nameKey(mention.name));
    if (known) known.count++;
    else
      byKey.set(nameKey(mention.name), { name: mention.name, first: mention, order: byKey.size, count: 1 });
  }
  const index = indexNames([...byKey.values()].map(({ name }) => name));
  const told = new Map<string, Problem>();
  for (const one of byKey.values()) {
    const other = byKey.get(nameKey(meantBy(one.name, index, byKey) ?? ''));
    if (other === undefined) continue;
    const isRarer = one.count - other.count || other.order - one.order;
    const [rarer, usual] = isRarer < 0 ? [one, other] : [other, one];
    if (!told.has(nameKey(rarer.name))) told.set(nameKey(rarer.name), problemOf(rarer, usual));
  }
  return [...told.values()];
};

/** The most frequent other spelling of a name, else the one fuller form that it may stand for. */
function meantBy(name: string, index: NameIndex, byKey: ReadonlyMap<string, Named>): string | null {
  const like = index.like(name);
  const count = (one: string): number => byKey.get(nameKey(one))?.count ?? 0;
  const spellings = like.flatMap((other) => (other.likeness === 'spelling' ? other.name : []));
  const [usual = null] = spellings.sort((one, other) => count(other) - count(one));
  if (usual !== null) return usual;
  const [fuller = null, ...others] = like.flatMap((other) =>
    other.likeness === 'shorter' ? other.name : [],
  );
  return others.length === 0 ? fuller : null;
}

function problemOf(rarer: Named, usual: Named): Problem {
  const times = ({ name, count }: Named): Text =>
    count === 1
      ? said`${quoted(name)} stands in ${count} cell`
      : said`${quoted(name)} stands in ${count} cells`;
  const finding = {
    code: 'similar-names',
    message: said`${times(rarer)} and ${times(usual)}; they count as two people, and may be one.`,
    fix: said`Write ${quoted(usual.name)} everywhere; or, if they are two people, add both to the People sheet.`,
  } as const;
  return problemAt(rarer.first.place, finding, rarer.first.scope);
}

import { nameKey } from '../plan/name.ts';
import type { Person } from '../plan/plan.ts';
import { compareText } from './kept.ts';
import { type KeptPerson, keptPeople } from './kept-names.ts';
import type { IdLine } from './line.ts';
import { matchNames } from './match-names.ts';

export interface ComparedPeople {
  readonly lines: readonly IdLine[];
  readonly next: readonly KeptPerson[];
}

/**
 * Who goes by another name, so that addresses lead on; nothing else of people is followed. A person goes by another name
 * where nobody has the old one any more, and the new one has the same team and role, and either the same skills and part
 * or a word of the name.
 * @param unread names in rows in error; null for one without a name
 */
export function comparePeople(
  old: readonly KeptPerson[],
  people: readonly Person[],
  unread: readonly (string | null)[],
  on: string,
): ComparedPeople {
  const names = new Set([...people.map(({ name }) => name), ...unread].map((each) => nameKey(each ?? '')));
  const now = keptPeople(people);
  const isFree = ({ name }: KeptPerson): boolean => !names.has(nameKey(name));
  const { before, gone } = matchNames(old, now, (one, other) => isFree(one) && isHeir(one, other));
  const lines = [...before].flatMap(([person, was]): IdLine[] =>
    person.id === was.id
      ? []
      : [
          {
            day: on,
            sort: 'person',
            row: person.id,
            ...(person.key === person.id ? {} : { key: person.key }),
            title: person.name,
            parent: null,
            team: '',
            kind: 'id',
            was: was.id,
          },
        ],
  );
  const held = unread.length === 0 ? [] : gone.filter((each) => unread.includes(null) || !isFree(each));
  return {
    lines: lines.sort((one, other) => compareText(one.row, other.row)),
    next: [...now, ...held].sort((one, other) => compareText(one.id, other.id)),
  };
}

function isHeir(old: KeptPerson, now: KeptPerson): boolean {
  if (old.role === null || !isSame(old.role, now.role) || !isSame(old.team, now.team)) return false;
  const isDescribed = old.skills.length > 0 || old.part !== null;
  const hasSame = isSame(old.part, now.part) && old.skills.join('\n') === now.skills.join('\n');
  return (isDescribed && hasSame) || sharesWord(old.name, now.name);
}

function isSame(one: string | null, other: string | null): boolean {
  return nameKey(one ?? '') === nameKey(other ?? '');
}

function sharesWord(one: string, other: string): boolean {
  const words = new Set(nameKey(one).split(' '));
  return nameKey(other)
    .split(' ')
    .some((word) => word.length > 1 && words.has(word));
}

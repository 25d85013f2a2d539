import { quoted, said } from '../grid/said.ts';
import { type Draft, isLost, textOf } from './draft.ts';
import { nameKey, slug } from './name.ts';
import { cellName, placeOf } from './report.ts';

/** A team, person or customer: described by a row, or only mentioned. */
export interface KnownName<R> {
  readonly id: string;
  /** As its own row spells it, else as first written. */
  readonly name: string;
  /** Null where it is only mentioned. Its `row` is null where the row is in error. */
  readonly draft: Draft<R> | null;
}

export interface KnownNames<R> {
  /** In the order of the rows, then of the mentions. */
  readonly all: readonly KnownName<R>[];
  find(name: string): KnownName<R> | null;
}

/**
 * All teams, people or customers that a plan knows: those with a row, and those that are mentioned. A row in error is
 * left out, so that it takes a mention for its name to exist. A second row of one name is in error.
 */
export function knownNames<R>(drafts: readonly Draft<R>[], mentions: Iterable<string>): KnownNames<R> {
  const described = new Map<string, Draft<R>>();
  for (const draft of drafts) {
    const { title } = draft.sheet.spec;
    const name = textOf(draft, title);
    if (name === '') continue;
    const first = described.get(nameKey(name));
    if (first === undefined) described.set(nameKey(name), draft);
    else {
      const cell = cellName(placeOf(first.source, title), draft.source.book);
      draft.findings.push({
        field: title,
        code: 'duplicate-name',
        message: said`${quoted(name)} has a row at ${cell} already; the first counts.`,
        fix: said`Bring the two rows together, or write the names so that they differ.`,
      });
    }
  }
  const byKey = new Map<string, KnownName<R>>();
  const taken = new Set<string>();
  const add = (name: string, draft: Draft<R> | null): void => {
    const base = slug(name);
    let id = base;
    for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
    taken.add(id);
    byKey.set(nameKey(name), { id, name, draft });
  };
  for (const draft of described.values()) {
    if (!isLost(draft)) add(textOf(draft, draft.sheet.spec.title), draft);
  }
  for (const mention of mentions) {
    const key = nameKey(mention);
    if (key === '' || byKey.has(key)) continue;
    const draft = described.get(key) ?? null;
    add(draft ? textOf(draft, draft.sheet.spec.title) : mention, draft);
  }
  return { all: [...byKey.values()], find: (name) => byKey.get(nameKey(name)) ?? null };
}

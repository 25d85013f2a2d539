import type { RowName } from '../plan/last-good.ts';
import { nameKey } from '../plan/name.ts';
import { bySort, compareText, type KeptRow } from './kept.ts';
import { type RowSort, SORTS } from './line.ts';

/** Which rows of a plan are those of the plan before. */
export interface Matching {
  /** The row before, by the row of the plan now. */
  readonly before: ReadonlyMap<KeptRow, KeptRow>;
  /** Rows before that the plan lacks only because of an error in it. */
  readonly held: ReadonlySet<KeptRow>;
}

/** The rows of one sort that have found no partner yet. */
interface Level {
  readonly sort: RowSort;
  readonly old: Set<KeptRow>;
  readonly now: Set<KeptRow>;
  /** What all rows of the old plan, and of the new one as far as matched, stand below. */
  readonly oldParent: (row: KeptRow) => string;
  readonly newParent: (parentId: string | null) => string;
  readonly before: Map<KeptRow, KeptRow>;
}

/**
 * Finds each row again: by its ID, else by parent and title, else, where only one row can be meant, by parent, owner
 * and due day under a new title; a goal of a title that no other free one has, also below another team, where owner and
 * due day or half of its milestones stay. Parents go first, so that rows are found below a parent that was renamed. A row left
 * out by an error is held: by its ID, else by parent and title, else by its title, or as the one row that its parent
 * lacks. The order of the rows does not matter.
 */
export function matchRows(
  old: readonly KeptRow[],
  now: readonly KeptRow[],
  leftOut: readonly RowName[],
): Matching {
  const before = new Map<KeptRow, KeptRow>();
  const held = new Set<KeptRow>();
  const [oldRows, newRows] = [bySort(old), bySort(now)];
  const oldKeys = new Map<string, string>();
  let newKeys = new Map<string, string>();
  let parentKeys = new Map<string, string>();
  for (const sort of SORTS) {
    for (const row of oldRows[sort]) oldKeys.set(`${sort}:${row.id}`, row.key);
    const above = SORTS[SORTS.indexOf(sort) - 1];
    parentKeys = newKeys;
    const level: Level = {
      sort,
      old: new Set(oldRows[sort]),
      now: new Set(newRows[sort]),
      oldParent: ({ parent }) => oldKeys.get(`${above}:${parent}`) ?? '',
      // A parent that was not there before has no key of the old plan: none of its rows can be one of old.
      newParent: (id) => (above === undefined ? '' : (parentKeys.get(id ?? '') ?? `new:${id}`)),
      before,
    };
    matchIds(level);
    matchTitles(level);
    const unsure = hold(level, leftOut, held);
    if (sort === 'team') matchTeams(level, oldRows.goal, newRows.goal);
    else matchRenamed(level);
    if (sort === 'goal') matchMoved(level, oldRows.milestone, newRows.milestone);
    holdTheOnlyOne(level, unsure, held);
    newKeys = new Map();
    for (const row of newRows[sort]) {
      const match = before.get(row);
      if (match !== undefined) newKeys.set(row.id, match.key);
    }
    // A row left out may still be named as the parent of others.
    for (const row of held) if (row.sort === sort && !newKeys.has(row.id)) newKeys.set(row.id, row.key);
  }
  return { before, held };
}

const always = (): boolean => true;
const hasNoId = ({ typed }: KeptRow): boolean => !typed;

function pair(level: Level, old: KeptRow, now: KeptRow): void {
  level.before.set(now, old);
  level.old.delete(old);
  level.now.delete(now);
}

function matchIds(level: Level): void {
  const byId = new Map([...level.old].map((row) => [nameKey(row.id), row]));
  for (const row of level.now) {
    const old = row.typed ? byId.get(nameKey(row.id)) : undefined;
    if (old !== undefined && level.old.has(old)) pair(level, old, row);
  }
}

function matchTitles(level: Level): void {
  const twins = groupBoth(level, (row, parent) => `${parent}\n${nameKey(row.title)}`);
  for (const { old, now } of twins) {
    const [before, ...others] = old;
    const [after, ...more] = now;
    if (before !== undefined && after !== undefined && others.length + more.length === 0) {
      // Nearly all rows are the only ones of their title.
      if (!areTwoByIds(before, after) || promiseOf(before) === promiseOf(after)) pair(level, before, after);
      continue;
    }
    // Of several with one title, those that nothing else tells apart go first.
    for (const alike of groupBoth({ ...level, old, now }, promiseOf))
      pairInOrder(level, alike.old, alike.now, always, always);
    // Two rows with an ID each are two rows.
    pairInOrder(level, old, now, always, hasNoId);
    pairInOrder(level, old, now, hasNoId, always);
  }
}

/** Pairs the free rows of two lists one by one, of each those that pass its test. */
function pairInOrder(
  level: Level,
  old: readonly KeptRow[],
  now: readonly KeptRow[],
  mayBeOld: (row: KeptRow) => boolean,
  mayBeNow: (row: KeptRow) => boolean,
): void {
  const partners = old.filter((row) => level.old.has(row) && mayBeOld(row));
  const rows = now.filter((row) => level.now.has(row) && mayBeNow(row));
  for (const [i, row] of rows.entries()) {
    const partner = partners[i];
    if (partner !== undefined) pair(level, partner, row);
  }
}

/** Rows that the sheet itself tells apart. */
function areTwoByIds(old: KeptRow, now: KeptRow): boolean {
  return old.typed && now.typed;
}

/** Who promised a row, and for when. */
function promiseOf({ owners, due }: KeptRow): string {
  return `${due}\n${owners.map(nameKey).sort().join('\n')}`;
}

function matchRenamed(level: Level): void {
  const groups = groupBoth(level, (row, parent) => `${parent}\n${promiseOf(row)}`);
  for (const { old, now } of groups) {
    const [[before, ...others], [after, ...more]] = [old, now];
    if (before === undefined || after === undefined || others.length + more.length > 0) continue;
    if (!areTwoByIds(before, after)) pair(level, before, after);
  }
}

/** A team has neither parent nor due day: it is the same under a new name if it has half of its goals at least. */
function matchTeams(level: Level, oldGoals: readonly KeptRow[], newGoals: readonly KeptRow[]): void {
  const goalsOf = (team: KeptRow, goals: readonly KeptRow[]): Set<string> =>
    new Set(goals.filter(({ parent }) => parent === team.id).map(goalName));
  const now = [...level.now].map((team) => ({ team, goals: goalsOf(team, newGoals) }));
  const old = [...level.old].map((team) => ({ team, goals: goalsOf(team, oldGoals) }));
  for (const { team, goals } of old) {
    const [heir, ...others] = now.filter((each) => sharesAny(goals, each.goals));
    if (heir === undefined || others.length > 0) continue;
    const rivals = old.filter((each) => sharesAny(each.goals, heir.goals));
    const kept = [...goals].filter((goal) => heir.goals.has(goal)).length;
    if (rivals.length === 1 && 2 * kept >= goals.size) pair(level, team, heir.team);
  }
}

/** A goal that another team has now. */
function matchMoved(
  level: Level,
  oldMilestones: readonly KeptRow[],
  newMilestones: readonly KeptRow[],
): void {
  if (level.old.size === 0 || level.now.size === 0) return;
  const now = listsBy(level.now, ({ title }) => nameKey(title));
  for (const [title, [before, ...others]] of listsBy(level.old, (row) => nameKey(row.title))) {
    const [after, ...more] = now.get(title) ?? [];
    if (before === undefined || after === undefined || others.length + more.length > 0) continue;
    if (areTwoByIds(before, after)) continue;
    const steps = titlesBelow(before, oldMilestones);
    const left = titlesBelow(after, newMilestones);
    const kept = [...steps].filter((step) => left.has(step)).length;
    if (promiseOf(before) === promiseOf(after) || (kept > 0 && 2 * kept >= steps.size))
      pair(level, before, after);
  }
}

function titlesBelow({ id }: KeptRow, rows: readonly KeptRow[]): Set<string> {
  return new Set(rows.filter(({ parent }) => parent === id).map(({ title }) => nameKey(title)));
}

function goalName({ typed, id, title }: KeptRow): string {
  return typed ? `id:${nameKey(id)}` : `title:${nameKey(title)}`;
}

function sharesAny(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...some].some((each) => others.has(each));
}

/** Holds the old rows that the rows left out are. @returns the names of those that it could not find */
function hold(level: Level, leftOut: readonly RowName[], held: Set<KeptRow>): RowName[] {
  const names = leftOut.filter(({ sort }) => sort === level.sort);
  if (names.length === 0) return [];
  const byId = new Map([...level.old].map((row) => [nameKey(row.id), row]));
  const byTitle = listsBy(level.old, (row) => nameKey(row.title));
  const byPath = listsBy(level.old, (row) => `${level.oldParent(row)}\n${nameKey(row.title)}`);
  const find = ({ id, parent, title }: RowName): KeptRow | undefined => {
    const withId = id === null ? undefined : byId.get(nameKey(id));
    if (withId !== undefined || title === null) return withId;
    const mayBe = (row: KeptRow): boolean => level.old.has(row) && (id === null || !row.typed);
    if (parent !== null) return byPath.get(`${level.newParent(parent)}\n${nameKey(title)}`)?.find(mayBe);
    const [one, ...more] = byTitle.get(nameKey(title)) ?? [];
    return one !== undefined && more.length === 0 && mayBe(one) ? one : undefined;
  };
  return names.filter((name) => {
    const old = find(name);
    const isFound = old !== undefined && level.old.has(old);
    if (isFound) keep(level, old, held);
    return !isFound;
  });
}

function keep(level: Level, old: KeptRow, held: Set<KeptRow>): void {
  held.add(old);
  level.old.delete(old);
}

/** A row with an error and a new title at once is the one row that its parent lacks. */
function holdTheOnlyOne(level: Level, unsure: readonly RowName[], held: Set<KeptRow>): void {
  if (unsure.length === 0) return;
  const lacking = listsBy(level.old, level.oldParent);
  const named = unsure.filter(({ parent }) => parent !== null);
  for (const [parent, names] of listsBy(named, (name) => level.newParent(name.parent))) {
    const [missing, ...more] = lacking.get(parent) ?? [];
    if (missing !== undefined && more.length === 0 && names.length === 1) keep(level, missing, held);
  }
}

function listsBy<T>(items: Iterable<T>, keyFor: (item: T) => string): Map<string, T[]> {
  const lists = new Map<string, T[]>();
  for (const item of items) {
    const key = keyFor(item);
    const list = lists.get(key);
    if (list) list.push(item);
    else lists.set(key, [item]);
  }
  return lists;
}

interface Group {
  readonly old: KeptRow[];
  readonly now: KeptRow[];
}

/** Groups of free rows that share a key, with rows on both sides, each in an order that no sheet can change. */
function groupBoth(
  level: Pick<Level, 'oldParent' | 'newParent'> & {
    readonly old: Iterable<KeptRow>;
    readonly now: Iterable<KeptRow>;
  },
  keyFor: (row: KeptRow, parent: string) => string,
): Group[] {
  const now = listsBy(level.now, (row) => keyFor(row, level.newParent(row.parent)));
  const groups: Group[] = [];
  for (const [key, old] of listsBy(level.old, (row) => keyFor(row, level.oldParent(row)))) {
    const partners = now.get(key);
    if (partners === undefined) continue;
    if (old.length > 1) old.sort(inPromiseOrder);
    if (partners.length > 1) partners.sort(inPromiseOrder);
    groups.push({ old, now: partners });
  }
  return groups;
}

function inPromiseOrder(one: KeptRow, other: KeptRow): number {
  return compareText(promiseOf(one), promiseOf(other)) || compareText(one.id, other.id);
}

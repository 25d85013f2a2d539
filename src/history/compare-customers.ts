import { nameKey } from '../plan/name.ts';
import { compareText, type KeptRow } from './kept.ts';
import type { KeptCustomer } from './kept-names.ts';
import type { EventKind, PlanEvent } from './line.ts';
import { matchNames } from './match-names.ts';

export interface ComparedCustomers {
  readonly lines: readonly PlanEvent[];
  readonly next: readonly KeptCustomer[];
}

/**
 * What changed among customers: who came, went or was renamed, and how satisfied each is. One whose row is in error stays
 * as it was. A customer goes by another name where the rest of its row is the same, or where half of its goals at least
 * name the other one now.
 * @param old null where the history did not follow customers yet: then they are its baseline
 * @param goals each goal now by what it was before @param unread names in rows in error; null for one without a name
 */
export function compareCustomers(
  old: readonly KeptCustomer[] | null,
  now: readonly KeptCustomer[],
  goals: ReadonlyMap<KeptRow, KeptRow>,
  unread: readonly (string | null)[],
  on: string,
): ComparedCustomers {
  const { before, gone } = matchNames(old ?? [], now, (one, other) => isHeir(one, other, goals));
  const isUnread = ({ name }: KeptCustomer): boolean =>
    unread.some((each) => each !== null && nameKey(each) === nameKey(name));
  const seen = now.map((customer) => {
    const was = before.get(customer);
    return was !== undefined && isUnread(customer)
      ? { ...was, id: customer.id, name: customer.name }
      : customer;
  });
  const held = gone.filter((customer) => isUnread(customer) || unread.includes(null));
  const lines = seen.flatMap((customer, i) => {
    const [each = customer] = [now[i]];
    return linesOf(before.get(each), customer, on);
  });
  for (const customer of gone) if (!held.includes(customer)) lines.push(eventOf('removed', customer, on));
  return {
    lines: lines
      .map((line) => (old === null ? { ...line, baseline: true as const } : line))
      .sort(inLineOrder),
    next: [...seen, ...held].sort((one, other) => compareText(one.id, other.id)),
  };
}

/** What is removed first, so that its ID is free; then by ID. */
function inLineOrder(one: PlanEvent, other: PlanEvent): number {
  const removed = Number(other.kind === 'removed') - Number(one.kind === 'removed');
  return removed || compareText(one.row, other.row);
}

function linesOf(before: KeptCustomer | undefined, now: KeptCustomer, on: string): PlanEvent[] {
  const { satisfaction } = now;
  if (before === undefined)
    return [{ ...eventOf('added', now, on), ...(satisfaction === null ? {} : { satisfaction }) }];
  const lines: PlanEvent[] = [];
  if (before.name !== now.name) {
    const was = before.id === now.id ? {} : { was: before.id };
    lines.push({ ...eventOf('renamed', now, on), field: 'title', from: before.name, to: now.name, ...was });
  }
  if (before.satisfaction !== satisfaction) {
    const [from, to] = [before.satisfaction, satisfaction];
    lines.push({ ...eventOf('satisfaction', now, on), field: 'satisfaction', from, to });
  }
  return lines;
}

function eventOf(kind: EventKind, { id, key, name }: KeptCustomer, on: string): PlanEvent {
  return {
    day: on,
    sort: 'customer',
    row: id,
    ...(key === id ? {} : { key }),
    title: name,
    parent: null,
    team: '',
    kind,
    owners: [],
    due: null,
    field: null,
    from: null,
    to: null,
  };
}

function isHeir(old: KeptCustomer, now: KeptCustomer, goals: ReadonlyMap<KeptRow, KeptRow>): boolean {
  const [row, other] = [old, now].map(rowOf);
  if (row !== undefined && row !== '' && row === other) return true;
  const named = [...goals].filter(([, was]) => namesIt(was, old));
  const kept = named.filter(([goal]) => namesIt(goal, now));
  return kept.length > 0 && 2 * kept.length >= named.length;
}

function namesIt({ sort, cells }: KeptRow, { name }: KeptCustomer): boolean {
  return sort === 'goal' && typeof cells.customer === 'string' && nameKey(cells.customer) === nameKey(name);
}

/** What the row says beside name and satisfaction; empty where it says nothing. */
function rowOf({ does, theirCustomers, needs, since }: KeptCustomer): string {
  const said = [does, theirCustomers, since, ...needs];
  return said.every((each) => each === null) ? '' : JSON.stringify(said);
}

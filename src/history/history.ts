import { type Day, dayFromIso, isoFromDay, startOfWeek } from '../grid/day.ts';
import { type ForecastLine, isEvent, type Line, type LineSort, type PlanEvent } from './line.ts';
import { type FormerId, type Name, type Names, sortAbove, trackNames } from './names.ts';
import type { Promises } from './promises.ts';

/** One move of a due day. */
export interface Move {
  /** The as-of day of the plan in which it was first seen. */
  readonly day: Day;
  readonly from: Day;
  readonly to: Day;
  /** Above 0 where it moved away, below where it came nearer. */
  readonly days: number;
  /** Of all moves of the row up to and with this one. */
  readonly total: number;
}

/** What the history knows of one row. */
export interface RowHistory {
  readonly sort: LineSort;
  /** What it is known by through all changes of its ID. */
  readonly key: string;
  /** Its ID by now, or its last one. */
  readonly id: string;
  readonly title: string;
  /** What it stands below; null for a team, and where that is not known. */
  readonly parent: RowHistory | null;
  /** The as-of day of the first plan that had it. */
  readonly firstSeen: Day;
  readonly firstDue: Day | null;
  readonly moves: readonly Move[];
  /** The day of its last event: that of its first plan where nothing has changed since. */
  readonly touched: Day;
  /** The day from which Current has its value. */
  readonly currentSince: Day;
  readonly state: PlanEvent['state'] | null;
  /** The day of the event by which it was last done. */
  readonly doneSeen: Day | null;
  readonly isInPlan: boolean;
}

/** An event as pages list it. */
export interface Change {
  readonly event: PlanEvent;
  /** The row's ID by now, which that of the event may no longer be. */
  readonly id: string;
  /** The ID by now of the team. */
  readonly teamId: string;
  /** Of an event of kind `due`: how far the day moved, and in all. */
  readonly move: Move | null;
}

export interface Week {
  readonly start: Day;
  readonly changes: readonly Change[];
}

/** A forecast that was made in the past, and the goal that it was made of. */
export interface PastForecast {
  readonly day: Day;
  readonly goal: RowHistory;
  readonly p50: Day | null;
  readonly p85: Day | null;
}

export interface History extends Promises {
  /** What the history knows of the row that has an ID, or had it last; null where no row ever had it. */
  find(sort: LineSort, id: string): RowHistory | null;
  /** What changed, the newest first; not what was there when the history began. */
  readonly changes: readonly Change[];
  /** The changes by week, the newest first; weeks without any are left out. */
  weeks(weekStartsOn: number): readonly Week[];
  /** The day of the last change of a team or of anything below it; null where none is known. */
  lastChange(teamId: string): Day | null;
  /** IDs that rows went by before. */
  readonly former: readonly FormerId[];
  /** In the order in which they were made. */
  readonly forecasts: readonly PastForecast[];
}

type Trace = { -readonly [Field in keyof RowHistory]: RowHistory[Field] } & {
  /** The parent's ID as last told, so that the parent is looked up only where that changes. */
  parentId: string | null;
  moves: Move[];
};

interface Taken {
  readonly event: PlanEvent;
  readonly trace: Trace;
  readonly move: Move | null;
}

/**
 * What an archive tells, up to the end of a day where one is given. Rows are found by the IDs that they have at the end
 * of the archive.
 */
export function historyOf(lines: readonly Line[], until?: Day): History {
  const end = until === undefined ? null : isoFromDay(until);
  const names = trackNames();
  const traces = new Map<Name, Trace>();
  const changes: Taken[] = [];
  const lastChanges = new Map<string, Day>();
  const forecasts: { line: ForecastLine; name: Name; day: Day }[] = [];
  const dayOf = rememberDays();
  for (const line of lines) {
    const name = names.see(line);
    const day = dayOf(line.day);
    if ((end !== null && line.day > end) || day === null) continue;
    if (line.kind === 'forecast') forecasts.push({ line, name, day });
    if (!isEvent(line)) continue;
    let trace = traces.get(name);
    if (trace === undefined) {
      trace = newTrace(line, name, day, dayOf);
      traces.set(name, trace);
    }
    const move = take(trace, line, day, dayOf);
    if (line.parent !== trace.parentId || line.kind === 'parent') {
      trace.parentId = line.parent;
      trace.parent = parentOf(line, names, traces);
    }
    if (line.baseline) continue;
    changes.push({ event: line, trace, move });
    lastChanges.set(teamKey(names, line.team), day);
  }
  return finish({ names, traces, changes, lastChanges, forecasts, dayOf });
}

interface Found {
  readonly names: Names;
  readonly traces: ReadonlyMap<Name, Trace>;
  readonly changes: readonly Taken[];
  readonly lastChanges: ReadonlyMap<string, Day>;
  readonly forecasts: readonly { line: ForecastLine; name: Name; day: Day }[];
  readonly dayOf: DayOf;
}

function finish({ names, traces, changes, lastChanges, forecasts, dayOf }: Found): History {
  for (const [{ id }, trace] of traces) trace.id = id;
  const find = (sort: LineSort, id: string): RowHistory | null => {
    const name = names.find(sort, id);
    return name === null ? null : (traces.get(name) ?? null);
  };
  const byNow = changes.map(({ event, trace, move }) => ({
    event,
    id: trace.id,
    teamId: names.find('team', event.team)?.id ?? event.team,
    move,
  }));
  byNow.reverse();
  return {
    find,
    former: names.former(),
    changes: byNow,
    weeks: (weekStartsOn) => weeksOf(byNow, weekStartsOn, dayOf),
    lastChange: (teamId) => lastChanges.get(teamKey(names, teamId)) ?? null,
    firstDue: (id, sort) => {
      const sorts: readonly LineSort[] = sort === undefined ? ['action', 'milestone', 'goal'] : [sort];
      for (const each of sorts) {
        const row = find(each, id);
        if (row !== null) return row.firstDue;
      }
      return null;
    },
    forecasts: forecasts.flatMap(({ line, name, day }) => {
      const goal = traces.get(name);
      return goal === undefined ? [] : [{ day, goal, p50: dayOf(line.p50), p85: dayOf(line.p85) }];
    }),
  };
}

function teamKey(names: Names, id: string): string {
  return names.find('team', id)?.key ?? id;
}

type DayOf = (iso: string | null) => Day | null;

/** Years of history have some hundred days in them, named a hundred thousand times. */
function rememberDays(): DayOf {
  const known = new Map<string, Day | null>();
  return (iso) => {
    if (iso === null) return null;
    let day = known.get(iso);
    if (day === undefined) {
      day = dayFromIso(iso);
      known.set(iso, day);
    }
    return day;
  };
}

function newTrace(event: PlanEvent, { key }: Name, day: Day, dayOf: DayOf): Trace {
  // The first line known of a row need not be that of its coming: then the row was there before its due day moved.
  const firstDue = event.kind === 'due' && typeof event.from === 'string' ? event.from : event.due;
  return {
    sort: event.sort,
    id: event.row,
    key,
    title: event.title,
    parent: null,
    parentId: null,
    firstSeen: day,
    firstDue: dayOf(firstDue),
    moves: [],
    touched: day,
    currentSince: day,
    state: null,
    doneSeen: null,
    isInPlan: true,
  };
}

/** Adds an event to what is known of its row. @returns the move of its due day, if it is one */
function take(trace: Trace, event: PlanEvent, day: Day, dayOf: DayOf): Move | null {
  trace.title = event.title;
  trace.touched = day;
  trace.isInPlan = event.kind !== 'removed';
  if (event.field === 'current') trace.currentSince = day;
  const state = event.kind === 'added' ? event.state : event.field === 'state' ? event.to : undefined;
  if (state !== undefined) {
    // An event of the field `state` holds one; anything else would only be compared, and never be equal.
    trace.state = state as Trace['state'];
    trace.doneSeen = state === 'done' ? day : null;
  }
  if (event.kind !== 'due') return null;
  const from = typeof event.from === 'string' ? dayOf(event.from) : null;
  const to = typeof event.to === 'string' ? dayOf(event.to) : null;
  if (from === null || to === null) return null;
  const total = (trace.moves.at(-1)?.total ?? 0) + to - from;
  const move = { day, from, to, days: to - from, total };
  trace.moves.push(move);
  return move;
}

function parentOf(event: PlanEvent, names: Names, traces: Found['traces']): Trace | null {
  const above = sortAbove(event.sort);
  const name = above === null || event.parent === null ? null : names.find(above, event.parent);
  return name === null ? null : (traces.get(name) ?? null);
}

function weeksOf(changes: readonly Change[], weekStartsOn: number, dayOf: DayOf): Week[] {
  const weeks = new Map<Day, Change[]>();
  for (const change of changes) {
    const day = dayOf(change.event.day);
    if (day === null) continue;
    const start = startOfWeek(day, weekStartsOn);
    const week = weeks.get(start);
    if (week) week.push(change);
    else weeks.set(start, [change]);
  }
  return [...weeks].map(([start, of]) => ({ start, changes: of }));
}

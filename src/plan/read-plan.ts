import type { z } from 'zod';
import { a1 } from '../grid/address.ts';
import type { Day } from '../grid/day.ts';
import type { Workbook } from '../grid/grid.ts';
import type { HeaderColumn } from '../grid/header.ts';
import { said, term } from '../grid/said.ts';
import { buildCustomers, buildPeople, buildTeams, mentionsIn, type Names, spelt } from './build-plan.ts';
import type { SheetKind } from './columns.ts';
import { type Draft, problemsOf, textOf } from './draft.ts';
import { type FoundSheet, findSheets } from './find-sheets.ts';
import { knownNames } from './known-names.ts';
import {
  type LastGoodValues,
  noLastGood,
  type RestoredCell,
  type RowName,
  type UnreadNames,
} from './last-good.ts';
import { linkRows } from './link-rows.ts';
import type { Mappings } from './mapping.ts';
import { isWeekColumn, linkMeasures } from './measures.ts';
import type { Plan, Settings } from './plan.ts';
import type { Problem } from './problem.ts';
import { readRows } from './read-rows.ts';
import { type PlanSheet, readSheet } from './read-sheet.ts';
import { inSheetOrder, problemAt } from './report.ts';
import { leftOutOf, namesIn, restoredCells, restoreRow, unreadNames } from './restore.ts';
import {
  type ActionRow,
  actionRow,
  customerRow,
  goalRow,
  measureRow,
  milestoneRow,
  personRow,
  teamRow,
  updateRow,
} from './rows.ts';
import { RULES } from './rules.ts';
import { linkUpdates } from './updates.ts';

export interface PlanReading {
  /** Null where a problem is fatal. */
  readonly plan: Plan | null;
  /** All problems but those of the settings, by sheet, row and column. */
  readonly problems: readonly Problem[];
  /** The teams, goals, milestones and actions that are left out because of an error. */
  readonly leftOut: readonly RowName[];
  /** The cells that cannot be read and count with what they held before. */
  readonly restored: readonly RestoredCell[];
  /** Who has a row that does not count. */
  readonly unread: UnreadNames;
  /** Which fields each column holds; several where rows of several levels share a sheet. */
  readonly columns: readonly SheetColumn[];
}

/** A column of a workbook that is one of the plan's. */
export interface SheetColumn {
  readonly book: string;
  readonly sheet: string;
  readonly column: number;
  readonly fields: readonly { readonly kind: SheetKind; readonly field: string }[];
}

/**
 * The plan that the workbooks hold together, and every problem in them that can be found in one pass.
 * @param lastGood what cells held before: with it, a row with a cell in error counts
 * @param mappings how workbooks name what they have other names for
 */
export function readPlan(
  books: readonly Workbook[],
  settings: Settings,
  asOf: Day,
  lastGood: LastGoodValues = noLastGood,
  mappings: Mappings = new Map(),
): PlanReading {
  const found = findSheets(books, mappings);
  const problems: Problem[] = [...found.problems];
  const sheets = new Map<SheetKind, PlanSheet[]>();
  for (const one of found.sheets) {
    if (one.kind === 'settings') continue;
    const { sheet, problems: own } = readSheet(one, settings.locale, (column) =>
      isWeek(one, column, settings.locale),
    );
    problems.push(...own);
    if (sheet !== null) sheets.set(one.kind, [...(sheets.get(one.kind) ?? []), sheet]);
  }
  const read = <R>(kind: SheetKind, schema: z.ZodType<R>): Draft<R>[] =>
    (sheets.get(kind) ?? []).flatMap((sheet) => readRows(sheet, schema, settings.locale));
  const drafts = {
    teams: read('teams', teamRow),
    people: read('people', personRow),
    customers: read('customers', customerRow),
    goals: read('goals', goalRow),
    milestones: read('milestones', milestoneRow),
    actions: read('actions', actionRow),
    updates: read('updates', updateRow),
    measures: read('measures', measureRow),
  };
  const emptyGoals = drafts.goals.length === 0 ? sheets.get('goals')?.[0] : undefined;
  if (emptyGoals !== undefined) problems.push(noGoals(emptyGoals));
  const isFatal = problems.some((problem) => problem.severity === 'fatal');
  let plan: Plan | null = null;
  if (!isFatal) {
    const linked = link(drafts, settings, lastGood);
    plan = linked.plan;
    problems.push(...linked.problems);
    for (const { rule } of RULES) problems.push(...rule(linked.plan, asOf));
  }
  for (const ofSheet of Object.values(drafts))
    for (const draft of ofSheet) problems.push(...problemsOf(draft));
  const { teams, people, customers, goals, milestones, actions } = drafts;
  return {
    plan,
    problems: inSheetOrder(problems, books),
    leftOut: [
      ...leftOutOf(teams, 'team'),
      ...leftOutOf(goals, 'goal'),
      ...leftOutOf(milestones, 'milestone'),
      ...leftOutOf(actions, 'action'),
    ],
    restored: [
      ...restoredCells(goals, 'goal'),
      ...restoredCells(milestones, 'milestone'),
      ...restoredCells(actions, 'action'),
    ],
    columns: columnsOf([...sheets.values()].flat()),
    unread: { customers: unreadNames(customers), people: unreadNames(people) },
  };
}

function columnsOf(sheets: readonly PlanSheet[]): SheetColumn[] {
  return sheets.flatMap(({ kind, book, grid, header }) =>
    [...header.columns].map(([field, { column }]) => {
      const shared = sheets.filter(
        (other) => other.book === book && other.grid === grid && other.kind !== kind,
      );
      const others = shared.flatMap((other) =>
        [...other.header.columns]
          .filter(([, also]) => also.column === column)
          .map(([name]) => ({ kind: other.kind, field: name })),
      );
      return { book: book.name, sheet: grid.sheet, column, fields: [{ kind, field }, ...others] };
    }),
  );
}

function isWeek(sheet: FoundSheet, column: HeaderColumn, locale: string | null): boolean {
  return sheet.kind === 'measures' && isWeekColumn(column, locale, sheet.book.date1904);
}

function noGoals(sheet: PlanSheet): Problem {
  return problemAt(
    { book: sheet.book.name, sheet: sheet.grid.sheet, cell: null, value: null },
    {
      code: 'no-rows',
      message: said`There are no rows yet: the sheet has a header at ${a1(sheet.header.row, sheet.header.left)}, and no goal below it.`,
      fix: said`Write at least one goal, with its team, title, start and due day.`,
    },
  );
}

type Drafts = {
  readonly teams: readonly Draft<z.infer<typeof teamRow>>[];
  readonly people: readonly Draft<z.infer<typeof personRow>>[];
  readonly customers: readonly Draft<z.infer<typeof customerRow>>[];
  readonly goals: readonly Draft<z.infer<typeof goalRow>>[];
  readonly milestones: readonly Draft<z.infer<typeof milestoneRow>>[];
  readonly actions: readonly Draft<ActionRow>[];
  readonly updates: readonly Draft<z.infer<typeof updateRow>>[];
  readonly measures: readonly Draft<z.infer<typeof measureRow>>[];
};

function link(
  drafts: Drafts,
  settings: Settings,
  lastGood: LastGoodValues,
): { plan: Plan; problems: Problem[] } {
  const { goals, milestones, actions, updates, measures } = drafts;
  // First of all, so that a team that only a restored cell names is known.
  const goalNames = namesIn(goals, 'goal');
  for (const draft of goals.filter((each) => textOf(each, 'team') === ''))
    restoreRow(draft, () => goalNames(draft, null), lastGood);
  const teams = knownNames(drafts.teams, [
    ...mentionsIn([...goals, ...updates, ...measures, ...drafts.people], 'team'),
  ]);
  const teamId = (name: string): string | null => teams.find(name)?.id ?? null;
  // Before other names are gathered, so that those in restored cells are among them.
  const rows = linkRows(goals, milestones, actions, teamId, lastGood);
  const customers = knownNames(drafts.customers, mentionsIn(goals, 'customer'));
  const promised = [...mentionsIn(actions, 'promisedTo')].filter(
    (name) => !teams.find(name) && !customers.find(name),
  );
  const people = knownNames(drafts.people, [
    ...mentionsIn(drafts.teams, 'leader'),
    ...mentionsIn([...goals, ...milestones, ...actions, ...measures], 'owner'),
    ...mentionsIn(updates, 'by'),
    ...promised,
  ]);
  const names: Names = { teams, people, customers };
  const personName = (name: string): string => spelt(people, name);
  const isName = (name: string): boolean =>
    [teams, people, customers].some((known) => known.find(name) !== null);
  for (const draft of drafts.teams) {
    const name = draft.fields.team;
    draft.scope = { team: typeof name === 'string' ? teamId(name) : null, goal: null, milestone: null };
  }
  addStatusFindings(actions);
  const weekly = linkMeasures(measures, settings.locale, teamId, personName);
  const plan: Plan = {
    settings,
    teams: buildTeams(rows.goals, names),
    people: buildPeople(names),
    customers: buildCustomers(names),
    updates: linkUpdates(updates, { rows, teamId, personName, isName }),
    measures: weekly.measures,
  };
  return { plan, problems: weekly.problems };
}

/** Only goals and milestones have an owner's word on how they go; of an action, it says no more than that it runs. */
function addStatusFindings(actions: readonly Draft<ActionRow>[]): void {
  for (const { row, findings } of actions) {
    if (!row?.status?.declared) continue;
    findings.push({
      field: 'status',
      code: 'status-not-for-actions',
      message: said`The status ${term(row.status.declared)} is one of goals and milestones; the action counts as in progress.`,
      fix: said`Write not started, in progress, blocked, done or dropped.`,
    });
  }
}

import { MOVES, type Move, ROW, type RowKey } from './moves.ts';
import {
  actionRows,
  customerRows,
  dayOrText,
  goalRows,
  milestoneRows,
  nameOf,
  type Row,
  type Value,
} from './rows.ts';

/** The rows of the sheets that have a history. */
export interface PlanRows {
  readonly Goals: readonly Row[];
  readonly Milestones: readonly Row[];
  readonly Actions: readonly Row[];
  readonly Customers: readonly Row[];
}

/** The day of the plan as it is. A row done after it is a slip, and one of the moves tells when it was typed. */
const LAST_DAY = '2026-06-17';

type SheetName = keyof PlanRows;
type Filled = NonNullable<Row>;

/** The columns that say what a row belongs to and how it is called; a customer belongs to nothing. */
const COLUMNS: Readonly<Record<SheetName, readonly [parent: string, title: string]>> = {
  Goals: ['Team', 'Goal'],
  Milestones: ['Goal', 'Milestone'],
  Actions: ['Milestone', 'Action'],
  Customers: ['', 'Customer'],
};

/** The rows that belong to a row of a sheet stand in this one. */
const BELOW: Readonly<Record<SheetName, SheetName | null>> = {
  Goals: 'Milestones',
  Milestones: 'Actions',
  Actions: null,
  Customers: null,
};

/** The plan as it is. */
export function planRows(): PlanRows {
  return { Goals: goalRows(), Milestones: milestoneRows(), Actions: actionRows(), Customers: customerRows() };
}

/** The plan as it was at the end of a day (`YYYY-MM-DD`): what came later is taken back, the latest first. */
export function planRowsAt(day: string): PlanRows {
  let plan = planRows();
  for (const move of MOVES.filter(([moved]) => isoOf(moved) > day).toReversed()) plan = takeBack(plan, move);
  return {
    Goals: plan.Goals,
    Milestones: plan.Milestones.map((row) => reopened(row, day)),
    Actions: plan.Actions.map((row) => reopened(row, day)),
    Customers: plan.Customers,
  };
}

/** The one row that a key names. Throws where none or several are. */
export function rowNamed(plan: PlanRows, sheet: SheetName, key: RowKey): Filled {
  const [parent, title] = COLUMNS[sheet];
  const found = plan[sheet].filter((row) =>
    typeof key === 'string'
      ? row?.values.get(sheet === 'Customers' ? title : 'ID') === key
      : row?.values.get(parent) === key[0] && row.values.get(title) === key[1],
  );
  const [row] = found;
  if (!row || found.length > 1) throw new Error(`${found.length} rows of ${sheet} are ${String(key)}`);
  return row;
}

/** What a move has for a cell, as the cell holds it. */
export function cellOf(column: string, value: Move[5]): Value {
  if (typeof value !== 'string') return value;
  if (column === 'Due' || column === 'Done on') return dayOrText(value);
  return column === 'Owner' ? nameOf(value) : value;
}

function takeBack(plan: PlanRows, [, sheet, key, column, from]: Move): PlanRows {
  const row = rowNamed(plan, sheet, key);
  if (column === ROW) return without(plan, sheet, row);
  const values = new Map(row.values);
  const before = cellOf(column, from);
  if (before === null) values.delete(column);
  else values.set(column, before);
  const rows = plan[sheet].map((one) => (one === row ? { ...row, values } : one));
  return { ...plan, [sheet]: rows };
}

function without(plan: PlanRows, sheet: SheetName, row: Filled): PlanRows {
  const below = BELOW[sheet];
  const names = [row.values.get('ID'), row.values.get(COLUMNS[sheet][1])];
  let rest: PlanRows = { ...plan, [sheet]: plan[sheet].filter((one) => one !== row) };
  if (below === null) return rest;
  const [parent] = COLUMNS[below];
  for (const child of plan[below]) {
    const named = child?.values.get(parent);
    if (child && named !== undefined && names.includes(named)) rest = without(rest, below, child);
  }
  return rest;
}

/** A row that was done after a day, as it was before. */
function reopened(row: Row, day: string): Row {
  const done = row?.values.get('Done on');
  if (!row || !(done instanceof Date)) return row;
  const doneOn = done.toISOString().slice(0, 10);
  if (doneOn <= day || doneOn > LAST_DAY) return row;
  const values = new Map(row.values);
  values.delete('Done on');
  values.delete('Status');
  values.delete('Progress');
  return { ...row, values };
}

/** A day of the sample as `YYYY-MM-DD`. */
export function isoOf(day: string): string {
  return day.length === 5 ? `2026-${day}` : day;
}

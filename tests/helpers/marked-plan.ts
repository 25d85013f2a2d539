import { SHEETS, type SheetKind } from '../../src/plan/columns.ts';
import { on, type Sheets, type Value } from './workbooks.ts';

/** A word that stands in one column alone, and in none of the program's own texts. */
export function marker(kind: SheetKind, field: string): string {
  return `zq${kind}${field.toLowerCase()}qz`;
}

/** What stands in columns that hold no text, as the snapshot and pages have it. */
export const MARKED_FIGURES: Readonly<Record<string, string>> = {
  'customers.satisfaction': '7.3',
  'customers.since': '1987-03-19',
  'goals.baseline': '7310001',
  'goals.target': '7310009',
  'goals.current': '7310003',
  'milestones.baseline': '8310001',
  'milestones.target': '8310009',
  'milestones.current': '8310003',
  'measures.goal': '9310007',
};

/** Cells that the plan needs as they are, and those whose reading allows no word. */
const CELLS: Readonly<Record<string, Value>> = {
  'teams.team': 'North',
  'teams.order': 1,
  'people.name': 'Ann Lee',
  'customers.customer': 'Harbour',
  'customers.satisfaction': 7.3,
  'customers.since': on('1987-03-19'),
  'goals.id': 'G1',
  'goals.team': 'North',
  'goals.goal': 'Safe water',
  'goals.start': on('2026-01-01'),
  'goals.due': on('2026-12-31'),
  'goals.baseline': 7310001,
  'goals.target': 7310009,
  'goals.current': 7310003,
  'goals.weight': 2,
  'goals.status': 'at risk',
  'goals.link': `https://${marker('goals', 'link')}.example/`,
  'milestones.id': 'M1',
  'milestones.goal': 'G1',
  'milestones.milestone': 'First ward live',
  'milestones.start': on('2026-02-01'),
  'milestones.due': on('2026-08-01'),
  'milestones.doneOn': null,
  'milestones.status': 'on track',
  'milestones.progress': null,
  'milestones.baseline': 8310001,
  'milestones.target': 8310009,
  'milestones.current': 8310003,
  'milestones.weight': 2,
  'milestones.link': `https://${marker('milestones', 'link')}.example/`,
  'actions.id': 'A1',
  'actions.milestone': 'M1',
  'actions.action': 'Train the night shift',
  'actions.owner': 'Ann Lee',
  'actions.due': on('2026-06-22'),
  'actions.doneOn': null,
  'actions.status': 'blocked',
  'actions.weight': 2,
  'actions.link': `https://${marker('actions', 'link')}.example/`,
  'updates.day': on('2026-06-10'),
  'updates.team': 'North',
  'updates.update': 'The ward is ready',
  'measures.measure': 'Visits',
  'measures.team': 'North',
  'measures.goal': 9310007,
  'measures.direction': 'up',
};

const KINDS: readonly SheetKind[] = [
  'teams',
  'people',
  'customers',
  'goals',
  'milestones',
  'actions',
  'updates',
  'measures',
];

/**
 * A plan with a word of its own in every column that can hold one. Each sheet has a second row of the same with cells that
 * cannot be read, so that problems quote them too.
 * @param overrides cells that differ, by `sheet.field`
 */
export function markedPlan(overrides: Readonly<Record<string, Value>> = {}): Sheets {
  const sheets = KINDS.map((kind): [string, Value[][]] => {
    const { name, columns } = SHEETS[kind];
    const cellOf = (field: string): Value => {
      const key = `${kind}.${field}`;
      if (key in overrides) return overrides[key] ?? null;
      return key in CELLS ? (CELLS[key] ?? null) : marker(kind, field);
    };
    const rows = [columns.map(({ field }) => cellOf(field))];
    if (kind !== 'teams' && kind !== 'updates')
      rows.push(columns.map((column) => secondRow(kind, column.field, column.needed, column.reads)));
    const week = kind === 'measures' ? [on('2026-06-08')] : [];
    return [
      name,
      [
        [...columns.map(({ names: [header = ''] }) => header), ...week],
        ...rows.map((row) => [...row, ...week.map(() => 5)]),
      ],
    ];
  });
  return Object.fromEntries(sheets);
}

/** The same row under another name, its numbers, days and links words that are none. */
function secondRow(kind: SheetKind, field: string, needed: boolean, reads: string): Value {
  const key = `${kind}.${field}`;
  if (field === 'id') return `${CELLS[key]}b`;
  if (field === SHEETS[kind].title) return `${CELLS[key]} again`;
  if (needed || CELLS[key] === null || field === 'status' || field === 'weight') return CELLS[key] ?? null;
  if (reads === 'number' || reads === 'day' || reads === 'link') return `${marker(kind, field)}-bad`;
  return null;
}

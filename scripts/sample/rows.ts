import { CUSTOMERS, MEASURE_WEEKS, MEASURES, SETTINGS, TEAMS, UPDATES } from './company.ts';
import { NAMES, PEOPLE } from './people.ts';
import type { ActionLine, More, RawCells, SampleGoal, SampleMilestone, SampleTeam } from './types.ts';

/** What a cell holds: a Date is a day, at midnight UTC; `link` is shown by a short text. */
export type Value = string | number | Date | RawCells[string] | { readonly link: string } | null;

/** A row by the headers of its columns; null is a blank row. */
export type Row = { readonly values: ReadonlyMap<string, Value>; readonly hidden: boolean } | null;

const DAY = /^(?:(\d{4})-)?(\d{2})-(\d{2})$/;
const names = new Map<string, string>(Object.entries(NAMES));

/** A day of the sample, where the text is one; else the text, or null where there is none. */
export function dayOrText(text: string | undefined): Date | string | null {
  const match = DAY.exec(text ?? '');
  if (!match) return text || null;
  const [, year = '2026', month, day] = match;
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
}

/** A person's whole name, where the text is a first name; else the text, or null where there is none. */
export function nameOf(text: string | undefined): string | null {
  return names.get(text ?? '') ?? (text || null);
}

function row(values: Readonly<Record<string, Value | undefined>>, raw: RawCells = {}, hidden = false): Row {
  const cells = new Map<string, Value>();
  for (const [header, value] of Object.entries({ ...values, ...raw })) {
    if (value !== undefined && value !== null && value !== '') cells.set(header, value);
  }
  return { values: cells, hidden };
}

function commonOf({ id, weight, priority, notes, link }: More): Record<string, Value | undefined> {
  return {
    ID: id,
    Weight: weight,
    Priority: priority,
    Notes: notes,
    Link: link === undefined ? undefined : link.startsWith('https://') ? { link } : link,
  };
}

function measuredOf({ measured }: SampleGoal | SampleMilestone): Record<string, Value | undefined> {
  const [Measure, Unit, Baseline, Target, Current] = measured ?? [];
  return { Measure, Unit, Baseline, Target, Current };
}

function goalRow(team: SampleTeam, goal: SampleGoal): Row {
  return row(
    {
      ...commonOf(goal),
      ...measuredOf(goal),
      Team: team.name,
      Goal: goal.title,
      Customer: goal.customer,
      'For the customer': goal.forCustomer,
      'For us': goal.forUs,
      Owner: nameOf(goal.owner),
      Start: dayOrText(goal.start),
      Due: dayOrText(goal.due),
      Status: goal.status,
    },
    goal.raw,
  );
}

function milestoneRow(team: SampleTeam, goal: SampleGoal, milestone: SampleMilestone): Row {
  return row(
    {
      ...commonOf(milestone),
      ...measuredOf(milestone),
      Goal: team.refersBy === 'id' ? (goal.id ?? goal.title) : goal.title,
      Milestone: milestone.title,
      Kind: milestone.kind,
      Owner: nameOf(milestone.owner),
      Start: dayOrText(milestone.start),
      Due: dayOrText(milestone.due),
      'Done on': dayOrText(milestone.doneOn),
      Status: milestone.status,
      Progress: milestone.progress,
    },
    milestone.raw,
  );
}

function actionRow(team: SampleTeam, milestone: SampleMilestone, line: ActionLine): Row {
  const [title, owner, due, stands = '', more = {}] = line;
  const done = DAY.test(stands);
  const parent = team.refersBy === 'id' ? milestone.id : milestone.namedBy;
  return row(
    {
      ...commonOf(more),
      Milestone: parent ?? milestone.namedBy ?? milestone.title,
      Action: title,
      Owner: nameOf(owner),
      Due: dayOrText(due),
      'Done on': done ? dayOrText(stands) : null,
      Status: more.status ?? (done ? team.doneWord : stands),
      'Promised to': nameOf(more.to),
    },
    more.raw,
    more.hidden,
  );
}

/** The rows of all goals. */
export function goalRows(): Row[] {
  return TEAMS.flatMap((team) => team.goals.map((goal) => goalRow(team, goal)));
}

/** The rows of all milestones, with a blank one between two teams. */
export function milestoneRows(): Row[] {
  return TEAMS.flatMap((team, index) => [
    ...(index === 0 ? [] : [null]),
    ...team.goals.flatMap((goal) => goal.milestones.map((milestone) => milestoneRow(team, goal, milestone))),
  ]);
}

/** The rows of all actions. */
export function actionRows(): Row[] {
  return TEAMS.flatMap((team) =>
    team.goals.flatMap(({ milestones }) =>
      milestones.flatMap((milestone) => milestone.actions.map((line) => actionRow(team, milestone, line))),
    ),
  );
}

export function teamRows(): Row[] {
  return TEAMS.map(({ name, leader, vision }, index) =>
    row({ Team: name, Leader: nameOf(leader), Vision: vision, Order: index + 1 }),
  );
}

export function peopleRows(): Row[] {
  return PEOPLE.map(({ name, team, role, skills, part }) =>
    row({ Name: nameOf(name), Team: team, Role: role, Skills: skills, Part: part }),
  );
}

export function customerRows(): Row[] {
  return CUSTOMERS.map(([customer, does, theirs, needs, satisfaction, since]) =>
    row({
      Customer: customer,
      Does: does,
      'Their customers': theirs,
      Needs: needs,
      Satisfaction: satisfaction,
      Since: dayOrText(since),
    }),
  );
}

/** The updates up to a day, `YYYY-MM-DD`, newest first. */
export function updateRows(until: string): Row[] {
  return UPDATES.filter(([day]) => `2026-${day}` <= until).map(([day, team, update, kind, about, by]) =>
    row({ Date: dayOrText(day), Team: team, Update: update, Kind: kind, About: about, By: nameOf(by) }),
  );
}

export function measureRows(): Row[] {
  return MEASURES.map(([measure, team, owner, goal, direction, unit, values]) =>
    row({
      Measure: measure,
      Team: team,
      Owner: nameOf(owner),
      Goal: goal,
      Direction: direction,
      Unit: unit,
      ...Object.fromEntries(MEASURE_WEEKS.map((week, index) => [week, values[index] ?? null])),
    }),
  );
}

export function settingRows(): Row[] {
  return SETTINGS.map(([setting, value, about]) => row({ Setting: setting, Value: value, Meaning: about }));
}

import { said, type Text } from '../../grid/said.ts';
import { nameKey } from '../name.ts';
import type { Plan, RowSource } from '../plan.ts';
import type { Problem } from '../problem.ts';
import { type Finding, type Place, placeOf, problemAt, type Scope } from '../report.ts';
import { liveRows } from './live-rows.ts';

/** A name in a cell of the plan. */
export interface Mention {
  readonly name: string;
  readonly place: Place;
  readonly scope: Scope;
}

/** Problems of names, each told once: at the first cell with the name, with the number of the others. */
export function oncePerName(mentions: Iterable<Mention>, judge: (name: string) => Finding | null): Problem[] {
  const byName = new Map<string, { first: Mention; others: number }>();
  for (const mention of mentions) {
    const known = byName.get(nameKey(mention.name));
    if (known) known.others++;
    else byName.set(nameKey(mention.name), { first: mention, others: 0 });
  }
  return [...byName.values()].flatMap(({ first, others }) => {
    const finding = judge(first.name);
    if (finding === null) return [];
    return [
      problemAt(first.place, { ...finding, message: withOthers(finding.message, others) }, first.scope),
    ];
  });
}

function withOthers(message: Text, others: number): Text {
  if (others === 0) return message;
  return others === 1
    ? said`${message} ${others} more cell names it too.`
    : said`${message} ${others} more cells name it too.`;
}

/** The place is worked out only where it is asked for: most of many thousands never are. */
function mention(name: string, source: RowSource, field: string, scope: Scope): Mention {
  return {
    name,
    scope,
    get place() {
      return placeOf(source, field);
    },
  };
}

/** Wherever a plan names a person. */
export function* peopleMentioned(plan: Plan): Generator<Mention> {
  for (const { id, leader, source } of plan.teams) {
    if (leader !== null && source !== null) yield at(leader, placeOf(source, 'leader'), id);
  }
  for (const { row, team, goal, ...rest } of liveRows(plan)) {
    const milestone = 'milestone' in rest ? rest.milestone.id : null;
    const scope = { team: team.id, goal: goal.id, milestone, leftOut: false };
    for (const name of row.owners) yield mention(name, row.source, 'owner', scope);
    if ('promisedTo' in row && row.promisedTo !== null) {
      yield mention(row.promisedTo, row.source, 'promisedTo', scope);
    }
  }
  for (const { by, team, source } of plan.updates) if (by !== null) yield at(by, placeOf(source, 'by'), team);
  for (const { owner, team, source } of plan.measures) {
    if (owner !== null) yield at(owner, placeOf(source, 'owner'), team);
  }
}

/** Wherever a plan names a team other than in its own row. */
export function* teamsMentioned(plan: Plan): Generator<Mention> {
  for (const { name, id, goals } of plan.teams) {
    for (const { source } of goals) yield at(name, placeOf(source, 'team'), id);
  }
  const nameOf = new Map(plan.teams.map((team) => [team.id, team.name]));
  for (const { team, source } of [...plan.updates, ...plan.measures]) {
    yield at(nameOf.get(team) ?? team, placeOf(source, 'team'), team);
  }
  for (const { team, source } of plan.people) {
    if (team !== null && source !== null) yield at(team, placeOf(source, 'team'), null);
  }
}

/** Wherever a goal names a customer. */
export function* customersMentioned(plan: Plan): Generator<Mention> {
  for (const { row, team, sort } of liveRows(plan)) {
    if (sort === 'goal' && row.customer !== null)
      yield at(row.customer, placeOf(row.source, 'customer'), team.id);
  }
}

function at(name: string, place: Place, team: string | null): Mention {
  return { name, place, scope: { team, goal: null, milestone: null, leftOut: false } };
}

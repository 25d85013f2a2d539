import { describe, expect, it, test } from 'vitest';
import type { Customer, Goal, Milestone } from '../../src/plan/plan.ts';
import { type CustomerView, customerPaths, customersLine, customerViews } from '../../src/site/customers.ts';
import { makeSnapshot } from '../../src/snapshot/make.ts';
import { NO_PAST } from '../../src/snapshot/past.ts';
import { en } from '../../src/words/en.ts';
import {
  customer,
  goal,
  inDays,
  milestone,
  type PlanParts,
  person,
  plan,
  TODAY,
  team,
} from '../helpers/rows.ts';
import { one, score } from '../helpers/scored.ts';

function viewsOf(parts: PlanParts): readonly CustomerView[] {
  const of = plan(parts);
  const scored = score(of);
  return customerViews(
    makeSnapshot({ plan: of, scored, problems: [], asOf: TODAY, source: 'plan.xlsx', past: NO_PAST }),
  );
}

/** The view of Acme, for which North has these goals. */
function acme(goals: readonly Goal[], more: Partial<Customer> = {}, parts: PlanParts = {}): CustomerView {
  return one(viewsOf({ teams: [team({ goals })], customers: [customer(more)], ...parts }));
}

const forAcme = (more: Partial<Goal> = {}) => goal({ customer: 'Acme', ...more });
const skilled = (name: string, ...skills: string[]) => person({ id: name, name, skills });
const coverOf = ({ needs }: CustomerView) =>
  needs.map(({ need, people }) => [need, people.map(({ id }) => id)]);

describe('needs against skills', () => {
  it('are compared without regard to case, accents and punctuation', () => {
    const people = [skilled('ann', 'Négociation!', 'law'), skilled('bo', 'LAW')];
    const view = acme([forAcme()], { needs: ['negociation', 'Law', 'taste'] }, { people });
    expect(coverOf(view)).toEqual([
      ['negociation', ['ann']],
      ['Law', ['ann', 'bo']],
      ['taste', []],
    ]);
    expect(view.covered).toBe(2);
  });

  it('count the people of every team with a goal for the customer, and of no other', () => {
    const serving = team({ goals: [forAcme({ id: 'g1' })] });
    const south = team({ id: 'south', name: 'South', goals: [forAcme({ id: 'g2', customer: 'ACME' })] });
    const east = team({ id: 'east', name: 'East', goals: [goal({ id: 'g3', customer: 'Other' })] });
    const people = [
      skilled('ann', 'law'),
      { ...skilled('bo', 'taste'), team: 'south' },
      { ...skilled('cy', 'smell'), team: 'East' },
    ];
    const view = one(
      viewsOf({
        teams: [serving, south, east],
        people,
        customers: [customer({ needs: ['law', 'taste', 'smell'] })],
      }),
    );
    expect(view.teams.map(({ id }) => id)).toEqual(['north', 'south']);
    expect(coverOf(view)).toEqual([
      ['law', ['ann']],
      ['taste', ['bo']],
      ['smell', []],
    ]);
  });

  it('cannot be told without a team, without skills or without needs', () => {
    const people = [skilled('ann', 'law')];
    const needs = ['law'];
    expect(acme([], { needs }, { people }).covered).toBeNull();
    expect(acme([forAcme({ state: 'dropped' })], { needs }, { people }).covered).toBeNull();
    expect(acme([forAcme()], { needs }, { people: [skilled('ann')] }).covered).toBeNull();
    expect(acme([forAcme()], { needs: [] }, { people }).covered).toBeNull();
    expect(acme([forAcme()], { needs: ['taste'] }, { people }).covered).toBe(0);
  });
});

describe('the way with a customer', () => {
  const step = (id: string, days: number, kind: string | null = null, more: Partial<Milestone> = {}) =>
    milestone({ id, due: inDays(days), kind, ...more });
  const ids = (steps: CustomerView['beyond']) => steps.map((each) => each.milestone.id);

  it('is parted by the first signing; on its day what else is due comes before it', () => {
    const view = acme([
      forAcme({
        milestones: [
          step('renewal', 40, 'Contract signed again'),
          step('signing', 10, 'Signing'),
          step('go-live', 20),
          step('same day', 10),
          step('visit', 1, 'Design'),
        ],
      }),
    ]);
    expect(ids(view.toSigning)).toEqual(['visit', 'same day', 'signing']);
    expect(ids(view.beyond)).toEqual(['go-live', 'renewal']);
    expect(
      [...view.toSigning, ...view.beyond].filter((each) => each.signing).map((each) => each.milestone.id),
    ).toEqual(['signing', 'renewal']);
  });

  it('has no parts where nothing is signed: design is no sign', () => {
    const view = acme([forAcme({ milestones: [step('b', 2, 'Design'), step('a', 1)] })]);
    expect(view.signs).toBe(false);
    expect(ids(view.toSigning)).toEqual(['a', 'b']);
    expect(view.beyond).toEqual([]);
  });

  it('runs through the goals of all teams, without what is dropped', () => {
    const view = one(
      viewsOf({
        teams: [
          team({
            goals: [
              forAcme({
                id: 'g1',
                milestones: [step('third', 30), step('gone', 5, null, { state: 'dropped' })],
              }),
              forAcme({ id: 'g2', state: 'dropped', milestones: [step('below dropped', 6)] }),
            ],
          }),
          team({
            id: 'south',
            name: 'South',
            goals: [forAcme({ id: 'g3', milestones: [step('first', 2)] })],
          }),
        ],
        customers: [customer()],
      }),
    );
    expect(ids(view.toSigning)).toEqual(['first', 'third']);
    expect(view.goals.map((each) => each.goal.id).sort()).toEqual(['g1', 'g2', 'g3']);
    expect(view.next?.milestone.id).toBe('first');
  });

  it('tells the goals that end at their signing, as the check of team fitness does', () => {
    const signing = step('signing', 10, 'Signing');
    const names = (milestones: Milestone[]) =>
      acme([forAcme({ milestones })]).endAtSigning.map((each) => each.goal.id);
    expect(names([step('before', 5), signing, step('same day', 10)])).toEqual(['goal']);
    expect(names([signing, step('after', 11)])).toEqual([]);
    expect(names([signing, step('after', 11), step('last signing', 12, 'Signing')])).toEqual(['goal']);
    expect(names([signing, step('given up', 11, null, { state: 'dropped' })])).toEqual(['goal']);
    expect(names([step('no signing', 5)])).toEqual([]);
  });

  it('has as its next milestone the first open one that is not overdue', () => {
    const view = acme([
      forAcme({
        milestones: [
          step('overdue', -1),
          step('done', 1, null, { state: 'done', doneOn: inDays(-2) }),
          step('later', 9),
          step('next', 3),
        ],
      }),
    ]);
    expect(view.next?.milestone.id).toBe('next');
    expect(acme([forAcme()]).next).toBeNull();
  });
});

describe('the order of customers', () => {
  /** A goal 50 % through its time of which so much is done: off track from 25 %, at risk from 40 %, else on track. */
  const paced = (name: string, done: number) =>
    goal({ id: name, customer: name, baseline: 0, target: 100, current: done });
  const named = (name: string, satisfaction: number | null = null) =>
    customer({ id: name, name, satisfaction });

  it('puts the worst goal first, then the least satisfied, those not asked after them', () => {
    const views = viewsOf({
      teams: [team({ goals: [paced('Off', 10), paced('Low', 60), paced('High', 60), paced('Unasked', 60)] })],
      customers: [named('No goal'), named('Unasked'), named('High', 9), named('Low', 0), named('Off', 10)],
    });
    expect(views.map(({ customer: { name } }) => name)).toEqual(['Off', 'Low', 'High', 'Unasked', 'No goal']);
  });

  it('keeps the goals of one customer in the order of attention, the dropped last', () => {
    const view = acme([
      forAcme({ id: 'dropped', state: 'dropped' }),
      forAcme({ id: 'fine', baseline: 0, target: 100, current: 60 }),
      forAcme({ id: 'off', baseline: 0, target: 100, current: 10 }),
    ]);
    expect(view.goals.map((each) => each.goal.id)).toEqual(['off', 'fine', 'dropped']);
  });
});

describe('the line above the customers', () => {
  const good = { baseline: 0, target: 100, current: 60 };

  it('says what is at risk, what nobody covers, and who was not asked', () => {
    const views = viewsOf({
      teams: [
        team({ goals: [forAcme({ ...good, current: 10 }), goal({ ...good, id: 'g2', customer: 'Bolt' })] }),
      ],
      people: [skilled('ann', 'law')],
      customers: [
        customer({ needs: ['law', 'taste'], satisfaction: 0 }),
        customer({ id: 'bolt', name: 'Bolt', needs: ['smell'] }),
      ],
    });
    expect(customersLine(views, en.customers.line)).toBe(
      '1 of 2 customers has a goal that is at risk or off track. 2 needs are covered by nobody yet. ' +
        '1 of 2 has not been asked yet how satisfied they are.',
    );
  });

  it('is empty where nothing is wrong, and asks for no satisfaction where none was ever asked', () => {
    expect(customersLine([acme([forAcme(good)])], en.customers.line)).toBe('');
  });
});

test('each customer has a page at the address of its ID', () => {
  const of = plan({ customers: [customer({ id: 'Skarvø Ferries', name: 'Skarvø Ferries' })] });
  const snapshot = makeSnapshot({
    plan: of,
    scored: score(of),
    problems: [],
    asOf: TODAY,
    source: 'plan.xlsx',
    past: NO_PAST,
  });
  expect(one(customerPaths(snapshot)).params).toEqual({ customer: 'skarvo-ferries' });
});

import { expect, test } from 'vitest';
import { waiting } from '../../src/rollup/waiting.ts';
import { action, doneAction, inDays } from '../helpers/rows.ts';

const promised = (id: string, owners: string[], promisedTo: string | null, due = 5) =>
  action({ id, owners, promisedTo, due: inDays(due) });

function of(name: string, ...actions: ReturnType<typeof action>[]) {
  const { owes, awaits } = waiting(actions)(name);
  return { owes: owes.map(({ id }) => id), awaits: awaits.map(({ id }) => id) };
}

test('who waits on whom, the earliest due first', () => {
  const actions = [
    promised('late', ['Ann'], 'Bo', 9),
    promised('soon', ['Ann'], 'Bo', 1),
    promised('back', ['Bo'], 'Ann'),
  ];
  expect(of('Ann', ...actions)).toEqual({ owes: ['soon', 'late'], awaits: ['back'] });
  expect(of('Bo', ...actions)).toEqual({ owes: ['back'], awaits: ['soon', 'late'] });
  expect(of('Cy', ...actions)).toEqual({ owes: [], awaits: [] });
});

test('what is done, or promised to nobody, is not waited for', () => {
  const actions = [
    doneAction(inDays(-1), { owners: ['Ann'], promisedTo: 'Bo' }),
    action({ state: 'dropped', owners: ['Ann'], promisedTo: 'Bo' }),
    promised('a', ['Ann'], null),
  ];
  expect(of('Ann', ...actions).owes).toEqual([]);
  expect(of('Bo', ...actions).awaits).toEqual([]);
});

test('a promise to oneself is none; of several owners the others owe it', () => {
  expect(of('Ann', promised('a', ['Ann'], 'Ann'))).toEqual({ owes: [], awaits: [] });
  const shared = promised('a', ['Ann', 'Bo'], 'Ann');
  expect(of('Ann', shared)).toEqual({ owes: [], awaits: ['a'] });
  expect(of('Bo', shared)).toEqual({ owes: ['a'], awaits: [] });
});

test('each owner owes what several own, and it is awaited once', () => {
  const shared = promised('a', ['Ann', 'Bo'], 'Acme');
  expect(of('Ann', shared).owes).toEqual(['a']);
  expect(of('Bo', shared).owes).toEqual(['a']);
  expect(of('Acme', shared).awaits).toEqual(['a']);
});

test('names that are keys of every object are names like others', () => {
  expect(of('__proto__', promised('a', ['__proto__'], 'constructor'))).toEqual({ owes: ['a'], awaits: [] });
  expect(of('toString')).toEqual({ owes: [], awaits: [] });
});

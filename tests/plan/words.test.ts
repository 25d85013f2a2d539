import { describe, expect, test } from 'vitest';
import { localeFacts } from '../../src/grid/locale.ts';
import { SHEET_KINDS, SHEETS } from '../../src/plan/columns.ts';
import { unknownStatus } from '../../src/plan/explain.ts';
import { LANGUAGES } from '../../src/plan/languages.ts';
import { comparable } from '../../src/plan/name.ts';
import { headerNaming } from '../../src/plan/naming.ts';
import { readDone } from '../../src/plan/read-done.ts';
import { settingNamed } from '../../src/plan/settings.ts';
import { isUndecided, STATUS_GUIDE, statusOf } from '../../src/plan/statuses.ts';
import { directionOf, isGroup, isNobody, updateKind } from '../../src/plan/words.ts';
import { cell, iso } from '../helpers/grids.ts';
import { toldFinding } from '../helpers/problems.ts';

const DAYS = { locale: localeFacts(null), date1904: false };

describe.each(SHEET_KINDS)('the columns of %s', (kind) => {
  const spec = SHEETS[kind];

  test('no name serves two fields, or twice', () => {
    const names = spec.columns.flatMap((column) => column.names.map(comparable));
    expect(new Set(names).size).toBe(names.length);
    expect(names).not.toContain('');
  });

  test('fields are told apart, and the title is one of the needed', () => {
    const fields = spec.columns.map((column) => column.field);
    expect(new Set(fields).size).toBe(fields.length);
    expect(spec.columns.find((column) => column.field === spec.title)?.needed).toBe(true);
  });
});

test.each([
  ['goals', 'TARGET DATE', 'due'],
  ['goals', 'Due (dd/mm)', 'due'],
  ['goals', 'Start [day]', 'start'],
  ['goals', 'Objective*', 'goal'],
  ['goals', 'To', 'target'],
  ['milestones', '% complete', 'progress'],
  ['milestones', 'Pct of task complete', 'progress'],
  ['milestones', 'complete', null],
  ['milestones', 'Remarks', 'notes'],
  ['milestones', 'Actual end date', 'doneOn'],
  ['actions', 'Task owner', 'owner'],
  ['actions', 'assigned to', 'owner'],
  ['actions', 'Action item', 'action'],
  ['actions', 'Activity', 'action'],
  ['actions', 'For', 'promisedTo'],
  ['actions', 'Done', 'doneOn'],
  ['actions', 'S.No', null],
  ['actions', '(Due)', 'due'],
  ['actions', 'Due dd.mm.yyyy', 'due'],
  ['goals', 'Target in EUR', 'target'],
  ['goals', '3. Owner', 'owner'],
  ['goals', 'Owner, full name', 'owner'],
  ['goals', 'Due – as agreed', 'due'],
  ['actions', 'Zieltermin / Due', 'due'],
  ['goals', 'Start / Due', null],
  ['actions', 'Old, due', null],
  ['actions', '__proto__', null],
  ['actions', 'constructor', null],
] as const)('in %s the header %s is %s', (kind, header, field) => {
  expect(headerNaming(kind)(header)?.field ?? null).toBe(field);
});

test.each([
  ['To-do', 'not started', null],
  ['NOT STARTED', 'not started', null],
  ['In queue', 'not started', null],
  ['1. Open', 'not started', null],
  ['In process', 'in progress', null],
  ['WIP', 'in progress', null],
  ['Ready for review', 'in progress', null],
  ['On hold', 'blocked', null],
  ['Hold', 'blocked', null],
  ['✓', 'done', null],
  ['☑️', 'done', null],
  ['✅ Done', 'done', null],
  ['C', 'done', null],
  ['Cancelled', 'dropped', null],
  ["Won't do", 'dropped', null],
  ['N/A', 'dropped', null],
  ['🟢 On track', 'in progress', 'on track'],
  ['🟢', 'in progress', 'on track'],
  ['Green - on track', 'in progress', 'on track'],
  ['Green', 'in progress', 'on track'],
  ['🟠', 'in progress', 'at risk'],
  ['Yellow', 'in progress', 'at risk'],
  ['A', 'in progress', 'at risk'],
  ['🔴', 'in progress', 'off track'],
  ['R', 'in progress', 'off track'],
  ['Red: blocked', 'blocked', null],
  ['Red – blocked', 'blocked', null],
  ['R - on hold', 'blocked', null],
  ['🔴 Blocked', 'blocked', null],
  ['🟢 all good', 'in progress', 'on track'],
  ['🟢 fine - so far', 'in progress', 'on track'],
  ['✅ signed by both', 'done', null],
  ['Done ✅', 'done', null],
  ['Done!', 'done', null],
  ['DONE.', 'done', null],
  ['Yes', 'done', null],
  ['No', 'not started', null],
  ['NA', 'dropped', null],
  ['n. a.', 'dropped', null],
  ['G', 'in progress', 'on track'],
  ['InProcess', 'in progress', null],
  ['InQueue', 'not started', null],
  ['Draft completed', 'in progress', null],
  ['Change is Needed', 'in progress', null],
  ['Not Started.', 'not started', null],
  ['Pending', 'not started', null],
  ['Delayed', 'in progress', 'off track'],
  ['in-progress (waiting for legal)', 'in progress', null],
  ['Blocked: no budget', 'blocked', null],
  ['Waiting for legal', 'blocked', null],
  ['on hold until May', 'blocked', null],
  ['Done - see notes', 'done', null],
  ['In progress\nask Ann', 'in progress', null],
  ['done (3 March)', 'done', null],
  ['Done 3 March', 'done', null],
  ['Completed on 2026-03-03', 'done', null],
  ['erledigt am 3.3.2026', 'done', null],
  ['Cancelled 3/3/26', 'dropped', null],
  ['Erledigt', 'done', null],
  ['In Arbeit', 'in progress', null],
  ['noch offen', 'not started', null],
  ['Rot – blockiert', 'blocked', null],
  ['im Verzug', 'in progress', 'off track'],
  ['Terminée', 'done', null],
  ['À FAIRE', 'not started', null],
  ['en attente de validation', 'blocked', null],
  ['Annulés', 'dropped', null],
  ['Hecha', 'done', null],
  ['En curso', 'in progress', null],
  ['Pendiente', 'not started', null],
  ['Concluída', 'done', null],
  ['CONCLUIDO', 'done', null],
  ['Em execução', 'in progress', null],
  ['Em andamento', 'in progress', null],
  ['Atrasado', 'in progress', 'off track'],
])('the status %s is %s, %s', (text, state, declared) => {
  expect(statusOf(text)).toEqual({ state, declared });
});

test.each([
  'TBD',
  'tbc',
  '?',
  '--',
  '—',
  'to be decided',
  'noch zu klären',
  'à définir',
  'por definir',
  'a definir',
])('the status %s is as good as blank: what nobody has decided, nobody has started', (text) => {
  expect(statusOf(text)).toEqual({ state: 'not started', declared: null });
  expect(isUndecided(text)).toBe(true);
  expect(isUndecided('not started')).toBe(false);
});

test.each([
  ['0%', 'not started'],
  ['90%', 'in progress'],
  ['33,5 %', 'in progress'],
  ['99.9 percent', 'in progress'],
  ['100 %', 'done'],
  ['50% done', 'in progress'],
  ['Done (50%)', 'in progress'],
  ['100% complete', 'done'],
  ['In progress, 100 %', 'in progress'],
  ['Blocked 50%', 'blocked'],
])('the percentage in the status %s tells that it is %s, and nothing finer', (text, state) => {
  expect(statusOf(text)).toEqual({ state, declared: null });
});

test('each word stands for one status alone, over English and all languages', () => {
  for (const { status, words } of STATUS_GUIDE)
    for (const word of words) expect(nameOf(word), word).toBe(status);
  for (const { states, declared, undecided, yes, no } of LANGUAGES) {
    for (const [name, words] of Object.entries({ ...states, ...declared })) {
      for (const word of words) expect(nameOf(word), word).toBe(name);
    }
    for (const word of undecided) expect(nameOf(word), word).toBe('not started');
    for (const word of yes.filter((each) => each.length > 1)) expect(nameOf(word), word).toBe('done');
    for (const word of no) expect(nameOf(word), word).toBe('not started');
  }
});

function nameOf(word: string): string | undefined {
  const status = statusOf(word);
  return status?.declared ?? status?.state;
}

test.each([
  ['half', 'is an amount', 'into Progress'],
  ['3/5', 'is an amount', 'into Progress'],
  ['31.12.2026', 'looks like a day', 'into Done on'],
  ['46000', 'looks like a day', 'into Done on'],
  ['Not started/In progress', 'says more than one thing', 'Keep the status alone'],
  ['Done, but not tested', 'says more than one thing', 'the rest into Notes'],
  ['Compleetd', 'Did you mean “completed”', 'Write one of: not started'],
  ['erledgt', 'Did you mean “erledigt”?', 'Write one of: not started'],
  ['terminad', 'Did you mean “terminado”', 'Write one of: not started'],
  ['gone fishing', 'is no status that is understood.', 'Write one of: not started'],
])('of the status %s it is said that it %s', (text, message, fix) => {
  expect(statusOf(text)).toBeNull();
  const finding = toldFinding(unknownStatus(text));
  expect(finding.message).toContain(message);
  expect(finding.fix).toContain(fix);
  expect(finding.fix).toContain('off track');
});

test.each([
  ['ja', true],
  ['Oui', true],
  ['sí', true],
  ['s', true],
  ['Erledigt', true],
  ['complete', true],
  ['100%', true],
  ['nein', false],
  ['não', false],
  ['In progress', false],
  ['50%', false],
  ['TBD', false],
  ['pendiente', false],
])('a Done on that says %j: %s, on no day', (text, done) => {
  expect(readDone(cell(text), DAYS)).toMatchObject({ ok: true, value: { done, day: null } });
});

test.each([
  ['Done 3 March 2026', '2026-03-03'],
  ['✅ 2026-03-03', '2026-03-03'],
  ['done (3.3.2026)', '2026-03-03'],
  ['Erledigt am 3. März 2026', '2026-03-03'],
  ['Done: see row 12', null],
])('a Done on that says %j: done on %s', (text, expected) => {
  const reading = readDone(cell(text), DAYS);
  expect(reading.ok && reading.value.done && iso(reading.value.day)).toBe(expected);
});

test.each([
  ['Done 3/4/2026', 'ambiguous-day'],
  ['Done 3 March', 'bad-day'],
])('a Done on that says %j: %s', (text, code) => {
  expect(readDone(cell(text), DAYS)).toMatchObject({ ok: false, fault: { code } });
});

test('a page of remarks is not run over again and again', () => {
  expect(statusOf(`Blocked: ${'no budget yet, '.repeat(2000)}`)?.state).toBe('blocked');
  for (const filler of [' ', 'a', 'done ', '?', '1', ':']) {
    expect(statusOf(`x${filler.repeat(32_000 / filler.length)}x`)).toBeNull();
  }
});

test.each(['late', 'overdue', 'cancelled', 'soon'])('a Done on that says %j is no day', (text) => {
  expect(readDone(cell(text), DAYS)).toMatchObject({ ok: false, fault: { code: 'bad-day' } });
});

test.each([
  'blue',
  'x',
  '',
  '🎉',
  '❤',
  'half',
  'constructor',
  '__proto__',
  '50',
  '150%',
  'waiting list',
  'Done, but not tested',
  'Done: no',
  'Done 3/5',
  'Done 50',
  'Not 3 March',
  'Done?',
  '✅ not yet signed',
  '🟢🔴',
  'closed until May',
])('%j is no status', (text) => {
  expect(statusOf(text)).toBeNull();
});

test.each([
  ['Zeitzone', 'timeZone'],
  ['Premier jour de la semaine', 'weekStartsOn'],
  ['Moneda', 'currency'],
  ['Título', 'title'],
  ['Fuso horário', 'timeZone'],
  ['__proto__', null],
])('the setting %s is %s', (text, name) => {
  expect(settingNamed(text)).toBe(name);
});

test('kinds and directions in other languages', () => {
  expect(updateKind('Entscheidung')).toBe('decision');
  expect(updateKind('Changement de cap')).toBe('course correction');
  expect(updateKind('RIESGO')).toBe('risk');
  expect(updateKind('novidades')).toBe('news');
  expect(directionOf('mehr')).toBe('up');
  expect(directionOf('à la baisse')).toMatchObject({ code: 'unknown-direction' });
  expect(directionOf('en baisse')).toBe('down');
  expect(directionOf('menos es mejor')).toBe('down');
  const meanings = LANGUAGES.flatMap((language) => [
    ...Object.entries(language.kinds).map(([name, words]) => ({ name, words, read: updateKind })),
    ...Object.entries(language.directions).map(([name, words]) => ({ name, words, read: directionOf })),
  ]);
  for (const { name, words, read } of meanings) for (const word of words) expect(read(word), word).toBe(name);
});

test.each(['TBD', 'n/a', '-', '?', '', 'Nobody', 'niemand', 'N. N.', 'à définir', 'sin asignar', 'ninguém'])(
  '%j in a cell of names is nobody',
  (text) => {
    expect(isNobody(text)).toBe(true);
    expect(isGroup(text)).toBe(false);
  },
);

test.each(['all', 'Everyone', 'the Team', 'alle', 'l’équipe', 'todos', 'nós'])('%j names a group', (text) => {
  expect(isGroup(text)).toBe(true);
  expect(isNobody(text)).toBe(false);
});

test.each(['Ann Lee', 'Allen', '王芳', 'constructor'])('%j is neither nobody nor a group', (text) => {
  expect(isNobody(text) || isGroup(text)).toBe(false);
});

test('kinds of updates and directions of measures', () => {
  expect(updateKind('')).toBeNull();
  expect(updateKind('Course-correction')).toBe('course correction');
  expect(updateKind('RISK')).toBe('risk');
  expect(updateKind('constructor')).toMatchObject({ code: 'unknown-kind' });
  expect(directionOf('')).toBe('up');
  expect(directionOf('↓')).toBe('down');
  expect(directionOf('Lower is better')).toBe('down');
  expect(directionOf('toString')).toMatchObject({ code: 'unknown-direction' });
});

import { describe, expect, test } from 'vitest';
import { inEnglish } from '../../src/grid/said.ts';
import { readSettings } from '../../src/plan/read-settings.ts';
import { DEFAULT_SETTINGS, SETTING_NAMES, SETTINGS } from '../../src/plan/settings.ts';
import { book, error, formula, type Input, percent, uncached } from '../helpers/grids.ts';
import { brief, table } from '../helpers/plans.ts';
import { told } from '../helpers/problems.ts';

function read(values: Readonly<Record<string, Input>>, given = {}) {
  const rows = Object.entries(values).map(([name, value]) => ({ Setting: name, Value: value }));
  const { settings, problems } = readSettings([book([table('Settings', ...rows)])], given);
  return { settings, problems: told(problems) };
}

test('without a Settings sheet the defaults hold, under what is given', () => {
  expect(readSettings([], {})).toEqual({ settings: DEFAULT_SETTINGS, problems: [] });
  expect(readSettings([book([])], { title: 'Ours' }).settings).toEqual({
    ...DEFAULT_SETTINGS,
    title: 'Ours',
  });
});

test('the sheet goes before what is given, and that before what the workbook knows', () => {
  const known = book([table('Settings', { Setting: 'Title', Value: 'Sheet' })], {
    locale: 'de_CH',
    timeZone: 'Asia/Tokyo',
  });
  expect(readSettings([known], { title: 'Given', timeZone: 'Europe/Paris' }).settings).toMatchObject({
    title: 'Sheet',
    timeZone: 'Europe/Paris',
    locale: 'de-CH',
  });
  expect(readSettings([book([], { locale: 'not a locale', timeZone: 'Mars' })], {}).settings).toEqual(
    DEFAULT_SETTINGS,
  );
});

test('every setting is read', () => {
  const { settings, problems } = read({
    ...{
      Title: 'Sales 2026',
      'Time zone': 'America/New_York',
      LOCALE: 'en_us',
      Currency: 'chf',
      'Week starts on': 'Sunday',
    },
    ...{
      'At risk from': '5%',
      'Off-track from': 20,
      'Stalled after': 10,
      'Line of sight': '60',
      'TV seconds': 30,
    },
  });
  expect(problems).toEqual([]);
  expect(settings).toEqual({
    ...{
      title: 'Sales 2026',
      timeZone: 'America/New_York',
      locale: 'en-US',
      currency: 'CHF',
      weekStartsOn: 7,
    },
    ...{ atRiskFrom: 0.05, offTrackFrom: 0.2, stalledAfter: 10, lineOfSight: 60, tvSeconds: 30 },
  });
});

test.each([
  ['10%', 0.1],
  [percent(0.1), 0.1],
  [0.1, 0.1],
  [10, 0.1],
  [formula(10), 0.1],
])('a share may be %j', (input, share) => {
  expect(read({ 'At risk from': input }).settings.atRiskFrom).toBe(share);
});

test('blank values and dashes leave the default', () => {
  expect(read({ Title: null, Locale: '-', 'TV seconds': ' ' })).toEqual({
    settings: DEFAULT_SETTINGS,
    problems: [],
  });
});

describe('a value that cannot be used is an error, and its default holds', () => {
  test.each<[string, Input]>([
    ['Time zone', 'Zurich time'],
    ['Locale', 'english please'],
    ['Locale', 'xx-YY'],
    ['Currency', '€'],
    ['Week starts on', 'Someday'],
    ['Week starts on', 8],
    ['At risk from', 0],
    ['At risk from', '-5%'],
    ['Off track from', 'much'],
    ['Off track from', 101],
    ['Stalled after', 1.5],
    ['Stalled after', 0],
    ['Line of sight', '10%'],
    ['TV seconds', 4],
  ])('%s: %j', (name, value) => {
    const { settings, problems } = read({ [name]: value });
    expect(settings).toEqual(DEFAULT_SETTINGS);
    expect(brief(problems)).toEqual(['bad-setting Settings!B2']);
  });

  test('as are errors and formulas without a result', () => {
    expect(brief(read({ Title: error() }).problems)).toEqual(['cell-error Settings!B2']);
    expect(brief(read({ Title: uncached() }).problems)).toEqual(['formula-without-result Settings!B2']);
  });
});

test('at risk from must be less than off track from', () => {
  const both = read({ 'At risk from': 0.3, 'Off track from': 0.2 });
  expect(brief(both.problems)).toEqual(['bad-setting Settings!B3']);
  expect(both.problems[0]?.message).toBe(
    'At risk from (30 %) must be less than Off track from (20 %); the defaults of both hold.',
  );
  expect(both.settings).toEqual(DEFAULT_SETTINGS);
  expect(brief(read({ 'At risk from': 0.25 }).problems)).toEqual(['bad-setting Settings!B2']);
  expect(read({ 'At risk from': 0.24 }).problems).toEqual([]);
});

test('limits given from outside that contradict each other fall back to the defaults', () => {
  expect(readSettings([], { atRiskFrom: 0.5 }).settings).toEqual(DEFAULT_SETTINGS);
});

test('unknown and repeated settings are notes; prototype keys are names like any other', () => {
  const { problems, settings } = read({ Titl: 'A', title: 'B', TITLE: 'C', constructor: 'x' });
  expect(brief(problems)).toEqual([
    'unknown-setting Settings!A2',
    'repeated-setting Settings!A4',
    'unknown-setting Settings!A5',
  ]);
  expect(problems[0]?.message).toContain('Did you mean “Title”?');
  expect(settings.title).toBe('B');
});

test('each setting says what it expects', () => {
  for (const name of SETTING_NAMES) expect(inEnglish(SETTINGS[name].expected)).not.toBe('');
  expect(SETTING_NAMES).toEqual(expect.arrayContaining(Object.keys(DEFAULT_SETTINGS)));
});

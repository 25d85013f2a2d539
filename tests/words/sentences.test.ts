import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dayFromIso } from '../../src/grid/day.ts';
import { localeFacts } from '../../src/grid/locale.ts';
import { readDayText } from '../../src/grid/read-day.ts';
import { inEnglish, inLanguage, said, term } from '../../src/grid/said.ts';
import { SHEET_KINDS, SHEETS } from '../../src/plan/columns.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { readSettings } from '../../src/plan/read-settings.ts';
import { STATUS_NAMES, statusOf } from '../../src/plan/statuses.ts';
import { directionOf, updateKind } from '../../src/plan/words.ts';
import { tellProblems } from '../../src/snapshot/told.ts';
import { readExcelFile } from '../../src/source/excel-file.ts';
import { sentencesDe } from '../../src/words/sentences-de.ts';
import { sentencesFor } from '../../src/words/words.ts';
import { saidTemplates } from '../helpers/templates.ts';
import { needsTranslation, untranslated } from '../helpers/untranslated.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const KINDS = ['course correction', 'decision', 'risk', 'opportunity', 'news'];
/** What a value of the configuration should have been. */
const SORTS = ['day', 'number', 'share', 'value'];
const ROWS = SHEET_KINDS.map((kind) => SHEETS[kind].row);
/** Fields of rows that may count with what a cell held before. */
const FIELDS = (['goals', 'milestones', 'actions'] as const).flatMap((kind) =>
  SHEETS[kind].columns.map(({ field }) => field),
);

const templates = new Set(
  ['src/grid', 'src/plan', 'src/history', 'scripts']
    .flatMap((folder) => [...saidTemplates(join(PROJECT, folder))])
    .filter(needsTranslation),
);
const terms = new Set([...ROWS, ...SORTS, ...KINDS, ...STATUS_NAMES, ...FIELDS]);
const { sentences } = sentencesDe;
const isForm = (key: string): boolean => /^[a-z]+:[A-Za-z]+$/.test(key);
const placeholders = (template: string): string[] => [...template.matchAll(/\{(\d+)/g)].map(String).sort();

describe('German', () => {
  it('has every sentence and every word, and no other', () => {
    expect(templates.size).toBeGreaterThan(200);
    const keys = [...sentences.keys()].filter((key) => !isForm(key));
    expect(keys.sort()).toEqual([...new Set([...templates, ...terms])].sort());
  });

  it('says all that a sentence holds', () => {
    const differing = [...sentences].filter(
      ([english, german]) => placeholders(english).join() !== placeholders(german).join(),
    );
    expect(differing).toEqual([]);
  });

  it('has each word for a row in every form that a sentence asks for, and no form that none does', () => {
    const asked = new Set(
      [...sentences.values()].flatMap((german) =>
        [...german.matchAll(/\{\d+:([^{}]+)\}/g)].map(([, form = '']) => form),
      ),
    );
    const ofSorts = new Set(['kein']);
    const wanted = [
      ...ROWS.flatMap((row) =>
        [...asked].filter((form) => !ofSorts.has(form)).map((form) => `${row}:${form}`),
      ),
      ...SORTS.map((sort) => `${sort}:kein`),
    ];
    expect([...sentences.keys()].filter(isForm).sort()).toEqual([...new Set(wanted)].sort());
  });

  it('leaves nothing in English, and speaks to nobody', () => {
    const sentence = [...templates].map((template) => sentences.get(template) ?? '');
    expect(sentence.filter(isEnglish)).toEqual([]);
    expect(sentence.filter((text) => /\b(?:du|dein\w*|Sie|Ihre?\w*)\b(?! wurde)/.test(text))).toEqual([]);
  });

  it('offers words that a sheet may hold', () => {
    const german = (word: string): string => sentences.get(word) ?? '';
    for (const name of STATUS_NAMES) expect([name, statusOf(german(name))]).toEqual([name, statusOf(name)]);
    for (const kind of KINDS) expect(updateKind(german(kind))).toBe(kind);
    expect([directionOf('auf'), directionOf('ab')]).toEqual(['up', 'down']);
    const day = inLanguage(said`${{ day: dayOf('2026-03-31') }}`, sentencesDe);
    expect(readDayText(day, { locale: localeFacts('de-DE'), date1904: false })).toMatchObject({
      value: dayOf('2026-03-31'),
    });
  });

  it('has articles that fit', () => {
    const say = (word: string) =>
      inLanguage(said`No ${term(word)} has the ID or the title ${'x'}.${said``}`, sentencesDe);
    expect(['goal', 'milestone', 'action'].map(say)).toEqual([
      'Kein Ziel hat die ID oder den Titel x.',
      'Kein Meilenstein hat die ID oder den Titel x.',
      'Keine Aktion hat die ID oder den Titel x.',
    ]);
  });
});

describe('the sentences of a locale', () => {
  it('are those of its language, and none where English stays', () => {
    expect(sentencesFor('de-CH')).toBe(sentencesDe);
    expect(sentencesFor('en-GB')).toBeNull();
    expect(sentencesFor('fi')).toBeNull();
    expect(sentencesFor(null)).toBeNull();
  });
});

describe('the problems of a workbook', () => {
  const cases = join(PROJECT, 'tests/cases');
  const paths = [
    join(PROJECT, 'data/plan.xlsx'),
    join(cases, 'harbour/harbour.xlsx'),
    ...['openpyxl', 'xlsxwriter', 'libreoffice'].map((name) => join(cases, `workbooks/${name}.xlsx`)),
    ...['excelize', 'exceljs', 'gnumeric'].map((name) => join(cases, `workbooks/plans/${name}.xlsx`)),
  ];

  it.each(paths)('are all German in a German plan: %s', async (path) => {
    const book = await readExcelFile(path);
    const { settings, problems: ofSettings } = readSettings([book], {});
    const reading = readPlan([book], { ...settings, locale: 'de-DE' }, dayOf('2026-06-17'));
    const problems = [...ofSettings, ...reading.problems];
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.flatMap(({ message, fix }) => untranslated([message, fix], sentencesDe))).toEqual([]);
    const told = tellProblems(problems, 'de-DE').flatMap(({ message, fix }) => [message, fix]);
    expect(told.filter(isEnglish)).toEqual([]);
    const english = tellProblems(problems, null).flatMap(({ message, fix }) => [message, fix]);
    expect(english.filter(isEnglish).length).toBeGreaterThan(told.length / 2);
  });
});

describe('what is not translated', () => {
  it('is found wherever it stands', () => {
    const text = said`${'a'} and ${[said`No such sentence`, term('goal')]}`;
    expect(untranslated(text, sentencesDe)).toEqual(['No such sentence']);
    expect(inEnglish(text)).toBe('a and No such sentence, goal');
  });
});

/** True where a text says something in English outside of quotation marks. */
function isEnglish(text: string): boolean {
  return /\b(?:the|of|is|are|and|or|with|which|that|this|to|by|from|for|no|not|write|it|its)\b/i.test(
    text.replace(/„[^“]*“|"from"/g, ''),
  );
}

function dayOf(iso: string) {
  const day = dayFromIso(iso);
  if (day === null) throw new Error(`${iso} is no day`);
  return day;
}

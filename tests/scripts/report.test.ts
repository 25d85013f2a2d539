import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeProblems, type ListingOptions } from '../../scripts/report/listing.ts';
import { plain } from '../../scripts/report/plain.ts';
import { NO_TERMINAL, terminalOf } from '../../scripts/report/terminal.ts';
import { columnsOf, wrap } from '../../scripts/report/text-width.ts';
import { countProblems, sumUp } from '../../scripts/report.ts';
import { en } from '../../src/words/en.ts';
import { problem, problems } from '../helpers/problems.ts';

const OPTIONS: ListingOptions = {
  terminal: NO_TERMINAL,
  limit: 50,
  all: 'npm run check -- --all',
  severalBooks: false,
  words: en,
};
const list = (found: Parameters<typeof describeProblems>[0], more: Partial<ListingOptions> = {}) =>
  describeProblems(found, { ...OPTIONS, ...more });
const terminal = (width: number) => ({ width, colour: true, links: true });
const NO_SCOPE = { team: null, goal: null, milestone: null };

describe('the count', () => {
  it('names each severity once, the worst first', () => {
    const found = [
      ...problems(2, { severity: 'note' }),
      problem({ severity: 'fatal' }),
      ...problems(3, { severity: 'warning' }),
      problem({ scope: { ...NO_SCOPE, leftOut: true } }),
    ];
    expect(countProblems(found)).toBe('1 fatal, 1 error, 3 warnings, 2 notes');
    expect(sumUp(found)).toBe('1 fatal, 1 error, 3 warnings, 2 notes; 1 row left out');
    expect(sumUp([])).toBe('no problems');
  });
});

describe('the listing', () => {
  it('groups by sheet, aligns cells and severities, and puts the cure below', () => {
    const found = [
      problem({
        sheet: 'Goals',
        cell: 'B2',
        severity: 'warning',
        value: null,
        message: 'Odd.',
        fix: 'Look.',
      }),
      problem({ sheet: 'Goals', cell: 'AB1300', value: null, message: 'Bad.', fix: 'Mend.' }),
      problem({ sheet: 'Actions', cell: null, severity: 'note', value: null, message: 'Skipped.', fix: '–' }),
    ];
    expect(list(found)).toBe(
      [
        'Goals',
        '  AB1300  error    Bad.',
        '                   → Mend.',
        '  B2      warning  Odd.',
        '                   → Look.',
        '',
        'Actions',
        '          note     Skipped.',
        '                   → –',
      ].join('\n'),
    );
  });

  it('names the workbook where there are several, or where it is meant as a whole', () => {
    expect(list([problem()])).not.toContain('plan.xlsx');
    expect(list([problem()], { severalBooks: true })).toContain('Actions (plan.xlsx)');
    expect(list([problem({ sheet: '', cell: null })])).toMatch(/^plan\.xlsx\n/);
  });

  it('shows the value where the message does not tell it', () => {
    expect(list([problem()])).not.toContain('In the cell');
    expect(list([problem({ message: 'It is due before it starts.', value: '3 May' })])).toContain(
      'starts. In the cell: “3 May”.',
    );
  });

  it('shows errors before notes of any sheet, and says how many more there are', () => {
    const found = [...problems(60, { sheet: 'Goals', severity: 'note' }), ...problems(3)];
    const listing = list(found);
    expect(listing.match(/ error /g)).toHaveLength(3);
    expect(listing.match(/ note /g)).toHaveLength(47);
    expect(listing).toMatch(/\n\nAnd 13 notes more\. To see all: npm run check -- --all$/);
    expect(list(found, { limit: Number.POSITIVE_INFINITY })).not.toContain('more');
  });

  it('is coloured and linked only where the terminal has it, and says severity in a word', () => {
    const linked = problem({ link: 'https://docs.example.com/d/1#range=E14' });
    expect(list([linked], { terminal: terminal(80) })).toContain(
      '\u001b]8;;https://docs.example.com/d/1#range=E14\u001b\\',
    );
    expect(list([linked])).not.toContain('\u001b');
    expect(list([problem()], { terminal: terminal(80) })).not.toContain('\u001b]8');
    expect(list([problem({ link: 'javascript:alert(1)' })], { terminal: terminal(80) })).not.toContain(
      '\u001b]8',
    );
    expect(stripVTControlCharacters(list([problem()], { terminal: terminal(80) }))).toContain('E14  error');
  });

  it('puts the sentences below the cell where there is little room beside it', () => {
    const narrow = list([problem()], { terminal: { ...NO_TERMINAL, width: 40 } });
    expect(narrow).toBe(
      [
        'Actions',
        '  E14  error',
        '    “ASAP” names no day; expected is one',
        '    day.',
        '    → Write the day that you aim for.',
      ].join('\n'),
    );
  });

  it('fits the terminal, whatever stands in a cell', () => {
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom('漢', '👩‍🚀', 'e\u0301', ' ', '\n'), fc.string()),
    });
    fc.assert(
      fc.property(text, text, fc.integer({ min: 20, max: 120 }), (message, value, width) => {
        const listing = list([problem({ message, value })], { terminal: terminal(width) });
        for (const line of stripVTControlCharacters(listing).split('\n')) {
          expect(columnsOf(line)).toBeLessThanOrEqual(width);
        }
      }),
    );
  });
});

describe('text of cells', () => {
  it.each([
    ['a\u001b[2Jb', 'a␛[2Jb'],
    ['a\nb\r\n\tc', 'a b c'],
    ['bell\u0007 nul\u0000 del\u007f', 'bell␇ nul␀ del␡'],
    ['c1\u009b2J', 'c1\ufffd2J'],
    ['pay \u202e001\u202c now\u2066', 'pay 001 now'],
    ['##[add-mask]e', '# #[add-mask]e'],
    ['lone \ud800 half', 'lone \ufffd half'],
    ['👩‍🚀 漢字 שלום', '👩‍🚀 漢字 שלום'],
  ])('%j is shown as %j', (text, shown) => {
    expect(plain(text)).toBe(shown);
  });
});

describe('the width of text', () => {
  it.each([
    ['plain', 5],
    ['漢字', 4],
    ['ﾊﾝ', 2],
    ['한국', 4],
    ['e\u0301', 1],
    ['👍🏽', 2],
    ['👩‍🚀', 2],
    ['❤️', 2],
    ['✓', 1],
    ['🇳🇴', 2],
    ['“…”', 3],
    ['\u200b', 0],
  ])('%s takes %i', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });

  it('lets lines break at blanks, and long words anywhere', () => {
    expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
    expect(wrap('漢字漢', 5)).toEqual(['漢字', '漢']);
    expect(wrap('', 8)).toEqual(['']);
    expect(wrap('one two', Number.POSITIVE_INFINITY)).toEqual(['one two']);
  });
});

describe('what a stream can show', () => {
  const tty = { isTTY: true, columns: 100 };
  it.each([
    ['a terminal', tty, {}, true, true],
    ['a pipe', {}, {}, false, false],
    ['a dumb terminal', tty, { TERM: 'dumb' }, false, false],
    ['NO_COLOR', tty, { NO_COLOR: '1' }, false, true],
    ['an empty NO_COLOR', tty, { NO_COLOR: '' }, true, true],
    ['FORCE_COLOR in a pipe', {}, { FORCE_COLOR: '1', NO_COLOR: '1' }, true, false],
    ['FORCE_COLOR=0', tty, { FORCE_COLOR: '0' }, false, true],
  ])('%s', (_name, stream, env, colour, links) => {
    expect(terminalOf(stream, env)).toMatchObject({ colour, links });
  });

  it('is as wide as the terminal, and a pipe is endless', () => {
    expect(terminalOf(tty, {}).width).toBe(100);
    expect(terminalOf({ isTTY: true, columns: 3 }, {}).width).toBe(20);
    expect(terminalOf({ isTTY: true, columns: 0 }, {}).width).toBe(80);
    expect(terminalOf({ columns: 100 }, {}).width).toBe(Number.POSITIVE_INFINITY);
  });
});

import { describe, expect, it } from 'vitest';
import { jobSummary, MAX_SUMMARY_BYTES } from '../../scripts/report/job-summary.ts';
import { jsonReport } from '../../scripts/report/json.ts';
import { workflowCommands } from '../../scripts/report/workflow-commands.ts';
import { en } from '../../src/words/en.ts';
import { problem, problems } from '../helpers/problems.ts';

const nowhere = () => null;
const BOOK = { asOf: '2026-06-17', source: 'plan.xlsx', fault: null };

describe('the JSON document', () => {
  it('has each problem as plan.json has it, and its workbook', () => {
    const linked = problem({ link: 'https://docs.example.com/d/1' });
    const { scope: _, ...fields } = linked;
    const left = problem({ scope: { team: 'n', goal: null, milestone: null, leftOut: true }, cell: null });
    const { scope: _s, link: _l, ...unlinked } = left;
    expect(JSON.parse(jsonReport({ ...BOOK, problems: [linked, left] }))).toEqual({
      version: 1,
      asOf: '2026-06-17',
      source: 'plan.xlsx',
      counts: { fatal: 0, error: 2, warning: 0, note: 0, leftOut: 1 },
      problems: [fields, unlinked],
    });
  });

  it('has a fault instead where nothing could be read', () => {
    const fault = { code: 'no-such-file', what: 'a', why: 'b', fix: 'c' };
    expect(JSON.parse(jsonReport({ asOf: null, source: 'x', problems: [], fault }))).toMatchObject({ fault });
  });

  it('gives every value back, and holds nothing that a log would act on', () => {
    const value = 'a\u001b[2J \u009b \u202e ##[stop-commands]x \u2028 \u{e0041} 漢';
    const text = jsonReport({ ...BOOK, problems: [problem({ value })] });
    expect(JSON.parse(text).problems[0].value).toBe(value);
    expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cf}|\u2028|##\[/u);
  });
});

describe('commands of a workflow', () => {
  it('name the file, the cell, what is wrong and what to do', () => {
    expect(workflowCommands([problem()], () => 'plans/plan.xlsx', en)).toEqual([
      '::error file=plans/plan.xlsx,title=Actions!E14::“ASAP” names no day; expected is one day.%0AWrite the day that you aim for.',
    ]);
  });

  it('escape what would end them', () => {
    const [line = ''] = workflowCommands(
      [problem({ sheet: 'a,b: c%', message: '100 %::\n::warning::x', severity: 'fatal' })],
      nowhere,
      en,
    );
    expect(line).toMatch(/^::error title=a%2Cb%3A c%25!E14::100 %25:: ::warning::x/);
    expect(line).not.toContain('\n');
  });

  it('are ten of a kind at most, the worst first, and then say where the rest is', () => {
    const lines = workflowCommands(
      [
        ...problems(12),
        problem({ severity: 'fatal', cell: null, sheet: 'Goals' }),
        ...problems(10, { severity: 'warning' }),
        problem({ severity: 'note' }),
      ],
      nowhere,
      en,
    );
    const kinds = lines.map((line) => /^::(\w+)/.exec(line)?.[1]);
    expect(kinds.filter((kind) => kind === 'error')).toHaveLength(10);
    expect(kinds.filter((kind) => kind === 'warning')).toHaveLength(10);
    expect(kinds.at(-1)).toBe('notice');
    expect(lines[0]).toContain('title=Goals');
    expect(lines[9]).toContain('4 more errors');
    expect(lines[19]).toContain('title=Actions!E10');
  });
});

describe('the summary of a job', () => {
  it('has a table for each sheet', () => {
    const text = jobSummary(
      [problem(), problem({ sheet: 'Goals', cell: null })],
      'plan',
      en,
      MAX_SUMMARY_BYTES,
    );
    expect(text).toContain('## plan: 2 errors');
    expect(text).toContain('### Actions\n\n| Cell |');
    expect(text).toContain('| E14 | error | “ASAP” names no day; expected is one day.<br>Write the day');
    expect(text).toContain('### Goals');
  });

  it('lets a cell do nothing', () => {
    const nasty =
      '<img src=x> | `a` **b** @team #12 https://example.com www.example.com [x](y) :tada: a@b.com\n# c';
    const text = jobSummary([problem({ message: nasty, fix: '' })], 'plan', en, MAX_SUMMARY_BYTES);
    const row = text.split('\n').find((line) => line.startsWith('| E14')) ?? '';
    expect(row.replace('<br>', '')).not.toMatch(/[<>`*@[\]]|:\S|\.\w|#(?!\d+;)/);
    expect(row.split('|')).toHaveLength(5);
    // What a reader sees is what stands in the cell, with nothing but invisible breaks in it.
    const seen = row.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
    expect(seen).not.toMatch(/www\.|@\w|#\d|:\w|\.\w|:\/\//);
    expect(seen.replaceAll('\u200b', '')).toContain(nasty.replace('\n', ' '));
  });

  it('links a cell to itself, by web addresses alone', () => {
    const link = 'https://docs.example.com/d/1#range=E14';
    const summary = (to: string) => jobSummary([problem({ link: to })], 'plan', en, MAX_SUMMARY_BYTES);
    const [, href = ''] = /<a href="([^"]*)">E14<\/a>/.exec(summary(link)) ?? [];
    expect(href.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))).toBe(link);
    expect(summary('javascript:alert(1)')).not.toContain('<a');
  });

  it('keeps within its room, the worst first, and says what is missing', () => {
    const room = 20_000;
    const found = [...problems(2000, { severity: 'note', sheet: 'Goals' }), ...problems(20)];
    const text = jobSummary(found, 'plan', en, room);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(room);
    expect(text.match(/\| error \|/g)).toHaveLength(20);
    const notes = text.match(/\| note \|/g)?.length ?? 0;
    expect(notes).toBeGreaterThan(50);
    expect(text).toContain(`And ${2000 - notes} notes more`);
  });
});

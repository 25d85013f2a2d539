import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from './measured.ts';
import type { Measured } from './whole.ts';

type Row = readonly string[];

const FILE = join(import.meta.dirname, 'RESULTS.md');
const BEGIN = '<!-- measured -->';
const END = '<!-- /measured -->';

/** The tables of a run as Markdown, which a terminal shows as well: times, growth, and the floors beside them. */
export function tablesOf(all: readonly Measured[]): string {
  return [
    table([
      ['teams', 'actions', 'pages', 'files', 'site', 'a page', 'snapshot, bytes a row'],
      ...all.map((each) => [
        `${each.teams}`,
        `${each.actions}`,
        `${each.pages}`,
        `${each.files}`,
        `${megabytes(each.bytes)} MB`,
        `${(each.html / each.pages / 1024).toFixed(1)} KB`,
        `${Math.round(each.snapshot / rowsOf(each))}`,
      ]),
    ]),
    'Seconds by stage; in brackets, how many times those of the size before, and how many times the plan is larger.',
    table([
      ['teams', ...(all[0]?.stages.map(([name]) => name) ?? []), 'plan larger'],
      ...all.map((each, i) => [
        `${each.teams}`,
        ...each.stages.map(
          ([, seconds], at) => seconds.toFixed(2) + times(seconds, all[i - 1]?.stages[at]?.[1]),
        ),
        i === 0 ? '' : `× ${(each.actions / (all[i - 1]?.actions ?? 1)).toFixed(0)}`,
      ]),
    ]),
    'From workbook to site by the one command, beside what nothing is faster than: seconds that one waits, and behind the stroke those that processors worked, which hang less on what else the machine does.',
    table([
      [
        'teams',
        'build',
        'peak MB',
        'nothing changed',
        'empty Astro',
        'exceljs reads',
        'ready pages by Astro',
        'same bytes written',
      ],
      ...all.map((each, i) => [
        `${each.teams}`,
        spent(each.build) + times(each.build.cpu, all[i - 1]?.build.cpu),
        each.build.megabytes.toFixed(0),
        spent(each.again),
        spent(each.astro),
        spent(each.exceljs),
        spent(each.ready),
        spent(each.written),
      ]),
    ]),
    'The same as ratios.',
    table([
      [
        'teams',
        'build / (empty Astro + exceljs)',
        'build / (ready pages by Astro + exceljs)',
        'build / same bytes written',
        'ms a page over an empty build',
      ],
      ...all.map(({ teams, pages, build, astro, ready, exceljs, written }) => [
        `${teams}`,
        both((get) => (get(build) / (get(astro) + get(exceljs))).toFixed(2)),
        both((get) => (get(build) / (get(ready) + get(exceljs))).toFixed(2)),
        both((get) => (get(build) / get(written)).toFixed(1)),
        both((get) => (((get(build) - get(astro)) * 1000) / pages).toFixed(2)),
      ]),
    ]),
  ].join('\n\n');
}

/** Puts the tables in their place in RESULTS.md. */
export function saveTables(tables: string): void {
  const text = readFileSync(FILE, 'utf8');
  const [before, rest = ''] = text.split(BEGIN);
  const after = rest.split(END)[1] ?? '\n';
  writeFileSync(FILE, `${before}${BEGIN}\n\n${tables}\n\n${END}${after}`);
}

/** Goals, milestones and actions: 87 a team. */
function rowsOf({ actions }: Measured): number {
  return (actions / 72) * 87;
}

const waited = ({ seconds }: Run): number => seconds;
const worked = ({ cpu }: Run): number => cpu;

function both(text: (get: (run: Run) => number) => string): string {
  return `${text(waited)} / ${text(worked)}`;
}

function spent(run: Run): string {
  return both((get) => get(run).toFixed(2));
}

function times(now: number, before: number | undefined): string {
  return before === undefined || before < 0.005 ? '' : ` (× ${(now / before).toFixed(1)})`;
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}

function table(rows: readonly Row[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: Row) =>
    `| ${row.map((text, column) => text.padStart(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [
    line(head),
    `| ${widths.map((width) => `${'-'.repeat(width - 1)}:`).join(' | ')} |`,
    ...body.map(line),
  ].join('\n');
}

import { styleText } from 'node:util';
import type { Severity, ToldProblem } from '../../src/plan/problem.ts';
import { wholeMessage } from '../../src/site/problem-text.ts';
import type { Words } from '../../src/words/en.ts';
import { countProblems, type SheetProblems, worstBySheet } from '../report.ts';
import { plain } from './plain.ts';
import type { Terminal } from './terminal.ts';
import { columnsOf, wrap } from './text-width.ts';

/** How many problems a reader is shown unless they ask for all. */
export const SHOWN_PROBLEMS = 50;

export interface ListingOptions {
  readonly terminal: Terminal;
  /** At most so many problems, the worst; infinite for all. */
  readonly limit: number;
  /** The command that shows all of them. */
  readonly all: string;
  /** Whether the plan lies in several workbooks, so that a sheet's name does not tell the place. */
  readonly severalBooks: boolean;
  /** The words of the plan's language. */
  readonly words: Words;
}

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

const COLOURS: Readonly<Record<Severity, Style>> = {
  fatal: ['red', 'bold'],
  error: 'red',
  warning: 'yellow',
  note: 'cyan',
};
const SEVERITY_COLUMNS = 'warning'.length;
/** Below so many columns for the sentences, they go below the cell's name. */
const MIN_SENTENCE_COLUMNS = 32;
const CURE = '→ ';

/**
 * Problems by sheet, the worst first: the cell, the severity in a word, what is wrong, and below it what to do. It ends
 * with how many more there are, where not all are shown. Nothing in a cell can act on the terminal.
 */
export function describeProblems(problems: readonly ToldProblem[], options: ListingOptions): string {
  const { terminal, limit, all } = options;
  const paint: Paint = (style, text) =>
    terminal.colour ? styleText(style, text, { validateStream: false }) : text;
  const { sheets, rest } = worstBySheet(problems, limit);
  const cells = sheets.flatMap((sheet) => sheet.problems.map(({ cell }) => plain(cell ?? '')));
  const cellColumns = Math.max(0, ...cells.map(columnsOf));
  const blocks = sheets.map((sheet) => {
    const head = wrap(headOf(sheet, options.severalBooks), terminal.width).map((line) => paint('bold', line));
    return [...head, ...sheet.problems.flatMap((each) => linesOf(each, cellColumns, options, paint))].join(
      '\n',
    );
  });
  const more = `And ${countProblems(rest)} more. To see all: ${all}`;
  return (rest.length === 0 ? blocks : [...blocks, wrap(more, terminal.width).join('\n')]).join('\n\n');
}

function headOf({ book, sheet }: SheetProblems, severalBooks: boolean): string {
  if (sheet === '') return plain(book);
  return severalBooks ? `${plain(sheet)} (${plain(book)})` : plain(sheet);
}

function linesOf(
  problem: ToldProblem,
  cellColumns: number,
  { terminal, words }: ListingOptions,
  paint: Paint,
): string[] {
  const { severity } = problem;
  const cell = plain(problem.cell ?? '');
  const shownCell = cell === '' ? '' : linked(paint('bold', cell), problem.link, terminal);
  const gap = ' '.repeat(cellColumns - columnsOf(cell));
  const word = paint(COLOURS[severity], severity);
  const label = `  ${cellColumns > 0 ? `${shownCell}${gap}  ` : ''}${word}`;
  const beside = 2 + (cellColumns > 0 ? cellColumns + 2 : 0) + SEVERITY_COLUMNS + 2;
  const isNarrow = terminal.width - beside < MIN_SENTENCE_COLUMNS;
  const indent = ' '.repeat(isNarrow ? 4 : beside);
  const room = terminal.width - indent.length;
  const message = plain(wholeMessage(problem, words.problems));
  const cure = wrap(plain(problem.fix), room - columnsOf(CURE)).map((line, i) =>
    paint('dim', (i === 0 ? CURE : ' '.repeat(columnsOf(CURE))) + line),
  );
  const below = [...wrap(message, room), ...cure].map((line) => indent + line);
  if (isNarrow) return [label, ...below];
  const tail = ' '.repeat(SEVERITY_COLUMNS - severity.length + 2);
  const [first = '', ...others] = below;
  return [`${label}${tail}${first.slice(indent.length)}`, ...others];
}

/** A text that opens an address in terminals that have links. */
function linked(text: string, address: string | null, terminal: Terminal): string {
  if (!terminal.links || address === null || !URL.canParse(address)) return text;
  const { protocol, href } = new URL(address);
  // An address that a URL has written holds printable ASCII only: it cannot end the sequence.
  return /^https?:$/.test(protocol) ? `\u001b]8;;${href}\u001b\\${text}\u001b]8;;\u001b\\` : text;
}

import { shorten, tidy } from '../grid/text.ts';
import type { SnapshotProblem } from '../snapshot/snapshot.ts';
import type { Words } from '../words/en.ts';
import type { ProblemGroup } from './problem-groups.ts';
import { placeName } from './problem-text.ts';

/** A chat message names no more cells: who mends those opens the page for the rest. */
const NAMED_CELLS = 8;

/**
 * What to send to the leader of a team: `Rosa: 2 cells to mend in plan.xlsx — Actions!E14 (“31 Feb”: not a day),
 * Actions!D9 (to be filled in). https://…`. Errors first; notes are left out, and so are rows that count again as soon
 * as another cell is mended. Null where nothing is to be mended.
 * @param page the whole address of the group on the page of problems, where it is known
 */
export function mendLine(
  group: Pick<ProblemGroup, 'leader' | 'sheets'>,
  page: string | null,
  words: Words['problems']['line'],
): string | null {
  const cells = cellsToMend(group);
  if (cells.length === 0) return null;
  const books = new Set(cells.map(({ book }) => book));
  const [book = ''] = books;
  const isOne = books.size === 1;
  const briefly = new Map<string, string>(Object.entries(words.briefly));
  const inBrief = ({ code, value, message }: SnapshotProblem): string => {
    const what = briefly.get(code) ?? shorten(firstSentence(message), 80);
    const shown = oneLine(value ?? '');
    return shown === '' || code === 'missing-cell' ? what : `${words.quoted(shorten(shown, 30))}: ${what}`;
  };
  const named = cells.slice(0, NAMED_CELLS).map((problem) => {
    const place = placeName(problem);
    // As spreadsheets write a cell of another workbook.
    return `${isOne || place === problem.book ? place : `[${problem.book}]${place}`} (${inBrief(problem)})`;
  });
  const rest = cells.length - named.length;
  const to = group.leader === null ? '' : `${group.leader}: `;
  const where = isOne ? book : words.workbooks(books.size);
  const count = cells.some(({ cell }) => cell === null) ? words.places : words.cells;
  const line = `${to}${count(cells.length, where)} — ${named.join(', ')}${rest > 0 ? words.more(rest) : ''}.`;
  return withoutMentions(oneLine(line)) + (page === null ? '' : ` ${page}`);
}

/** Each cell once, with the worst that is wrong with it. */
function cellsToMend({ sheets }: Pick<ProblemGroup, 'sheets'>): SnapshotProblem[] {
  const all = sheets.flatMap(({ problems }) => problems).filter(({ code }) => code !== 'parent-in-error');
  const isError = ({ severity }: SnapshotProblem) => severity === 'fatal' || severity === 'error';
  const ordered = [...all.filter(isError), ...all.filter(({ severity }) => severity === 'warning')];
  const cells = new Map<string, SnapshotProblem>();
  for (const problem of ordered) {
    const key = JSON.stringify([problem.book, placeName(problem)]);
    if (!cells.has(key)) cells.set(key, problem);
  }
  return [...cells.values()];
}

function firstSentence(text: string): string {
  return (/^.*?[.?!](?=\s|$)/s.exec(text)?.[0] ?? text).replace(/\.$/, '');
}

function oneLine(text: string): string {
  return tidy(text).replace(/\s+/g, ' ');
}

/** A cell that says @channel must not call everybody: nothing visible keeps the sign from the name. */
function withoutMentions(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}])@(?=[\p{L}\p{N}_])/gu, '@\u200b');
}

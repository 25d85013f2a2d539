import { quote, shorten, tidy } from '../grid/text.ts';
import type { Code } from '../plan/catalogue.ts';
import type { SnapshotProblem } from '../snapshot/snapshot.ts';
import type { ProblemGroup } from './problem-groups.ts';
import { counted, placeName } from './problem-text.ts';

/** A chat message names no more cells: who mends those opens the page for the rest. */
const NAMED_CELLS = 8;

/** What is wrong with a cell, behind its value, in the few words of a chat message. */
const BRIEFLY: Readonly<Partial<Record<Code, string>>> = {
  'sheet-without-header': 'no header row with the needed columns',
  'missing-cell': 'to be filled in',
  'cell-error': 'mend the formula',
  'formula-without-result': 'open and save the workbook',
  'bad-day': 'not a day',
  'ambiguous-day': 'which day?',
  'bad-number': 'no number',
  'ambiguous-number': 'which number?',
  'out-of-range': 'out of range',
  'bad-weight': 'weight must be above 0',
  'unknown-status': 'no known status',
  'unknown-direction': 'up or down?',
  'duplicate-id': 'ID is taken',
  'duplicate-name': 'stands twice',
  'unknown-parent': 'no such goal or milestone',
  'ambiguous-parent': 'which one?',
  'bad-setting': 'cannot be used',
  'day-against-locale': 'day in an unusual order',
  'status-not-for-actions': 'no status of an action',
  'unsafe-link': 'no web address',
  'unknown-kind': 'no known kind',
  'unknown-about': 'no such goal or milestone',
  'unknown-person': 'not in the People sheet',
  'unknown-team': 'not in the Teams sheet',
  'unknown-customer': 'not in the Customers sheet',
  'several-owners': 'one owner, please',
  'group-owner': 'one person, please',
  'similar-names': 'one person in two spellings?',
  'done-without-day': 'done on which day?',
  'done-in-future': 'done in the future?',
  'due-before-start': 'due before its start',
  'due-after-parent': 'due after what it belongs to',
  'no-next-action': 'needs a next action',
  'all-actions-done': 'close it, or add the next action',
  'progress-against-status': 'progress against status',
};
const brief = new Map<string, string>(Object.entries(BRIEFLY));

/**
 * What to send to the leader of a team: `Rosa: 2 cells to mend in plan.xlsx — Actions!E14 (“31 Feb”: not a day),
 * Actions!D9 (to be filled in). https://…`. Errors first; notes are left out, and so are rows that count again as soon
 * as another cell is mended. Null where nothing is to be mended.
 * @param page the whole address of the group on the page of problems, where it is known
 */
export function mendLine(group: Pick<ProblemGroup, 'leader' | 'sheets'>, page: string | null): string | null {
  const cells = cellsToMend(group);
  if (cells.length === 0) return null;
  const books = new Set(cells.map(({ book }) => book));
  const [book = ''] = books;
  const isOne = books.size === 1;
  const named = cells.slice(0, NAMED_CELLS).map((problem) => {
    const place = placeName(problem);
    // As spreadsheets write a cell of another workbook.
    return `${isOne || place === problem.book ? place : `[${problem.book}]${place}`} (${inBrief(problem)})`;
  });
  const rest = cells.length - named.length;
  const to = group.leader === null ? '' : `${group.leader}: `;
  const where = isOne ? book : counted(books.size, 'workbook');
  const count = counted(cells.length, cells.some(({ cell }) => cell === null) ? 'place' : 'cell');
  const line = `${to}${count} to mend in ${where} — ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`;
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

function inBrief({ code, value, message }: SnapshotProblem): string {
  const what = brief.get(code) ?? shorten(firstSentence(message), 80);
  const shown = tidy(value ?? '');
  return shown === '' || code === 'missing-cell' ? what : `${quote(shorten(shown, 30))}: ${what}`;
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

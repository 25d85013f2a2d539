import type { ToldProblem } from '../../src/plan/problem.ts';
import { wholeMessage } from '../../src/site/problem-text.ts';
import type { Words } from '../../src/words/en.ts';
import { countProblems, sumUp, worstBySheet, worstFirst } from '../report.ts';
import { plain } from './plain.ts';

/** GitHub takes no more from one step, and then shows nothing of it. */
export const MAX_SUMMARY_BYTES = 1024 * 1024;
/** Room for the headings of sheets and the last line. */
const HEADING_BYTES = 400;
const TABLE = '| Cell | | What is wrong, and what to do |\n| :-- | :-- | :-- |';
/** What Markdown, HTML or GitHub may take for a sign of theirs. A full stop is one inside of an address. */
const SIGNS = /[!-$&'*+/:<=>@[-`{-~]|\.(?=\S)/g;
/** Joins nothing and shows nothing, but ends what GitHub would take for a name, a number or an address. */
const BREAK = '&#8203;';

/**
 * What a check found as Markdown, for the summary of a GitHub workflow's job: a table for each sheet, the worst first.
 * Cells say what they say and do nothing: no markup, no link, no mention, no reference.
 * @param words those of the plan's language
 * @param room how many bytes it may take; the worst problems come in first, and it says how many are missing
 */
export function jobSummary(
  problems: readonly ToldProblem[],
  source: string,
  words: Words,
  room: number,
): string {
  const rowOf = rowIn(words);
  const title = `## ${inert(source)}: ${inert(sumUp(problems))}`;
  const { sheets, rest } = worstBySheet(
    problems,
    fitting(problems, rowOf, room - bytes(title) - HEADING_BYTES),
  );
  const severalBooks = new Set(sheets.map(({ book }) => book)).size > 1;
  const tables = sheets.map(({ book, sheet, problems: here }) => {
    const name = sheet === '' ? book : severalBooks ? `${sheet} (${book})` : sheet;
    return `### ${inert(name)}\n\n${TABLE}\n${here.map(rowOf).join('\n')}`;
  });
  const more = rest.length === 0 ? [] : [`And ${countProblems(rest)} more, for which there is no room here.`];
  return `${[title, ...tables, ...more].join('\n\n')}\n`;
}

/** A fault as such a summary. */
export function faultSummary({ what, why, fix }: { what: string; why: string; fix: string }): string {
  return `## ${inert(what)}\n\n${inert(why)}\n\n${inert(fix)}\n`;
}

/** How many of the worst problems fit; each sheet that comes in takes room for its heading. */
function fitting(
  problems: readonly ToldProblem[],
  rowOf: (problem: ToldProblem) => string,
  room: number,
): number {
  const sheets = new Set<string>();
  let used = 0;
  let count = 0;
  for (const problem of worstFirst(problems)) {
    const key = JSON.stringify([problem.book, problem.sheet]);
    used += bytes(rowOf(problem)) + 1;
    if (!sheets.has(key)) used += bytes(TABLE) + bytes(inert(problem.sheet + problem.book)) + 20;
    sheets.add(key);
    if (used > room) return count;
    count += 1;
  }
  return count;
}

function rowIn(words: Words): (problem: ToldProblem) => string {
  return (problem) => {
    const { cell, severity, fix, link } = problem;
    const name = cell === null ? '' : inert(cell);
    const isLink = link !== null && URL.canParse(link) && /^https?:$/.test(new URL(link).protocol);
    const where = isLink && name !== '' ? `<a href="${inert(new URL(link).href, '')}">${name}</a>` : name;
    const told = wholeMessage(problem, words.problems);
    return `| ${where} | ${severity} | ${inert(told)}<br>${inert(fix)} |`;
  };
}

/** Text that Markdown, HTML and GitHub leave as it is. */
export function inert(text: string, end = BREAK): string {
  return plain(text).replace(SIGNS, (sign, at: number, whole: string) => {
    const code = `&#${sign.charCodeAt(0)};`;
    return /[@#:/.]/.test(sign) && /\S/.test(whole[at + 1] ?? '') ? end + code + end : code;
  });
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}

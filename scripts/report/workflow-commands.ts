import type { ToldProblem } from '../../src/plan/problem.ts';
import { counted, placeName, wholeMessage } from '../../src/site/problem-text.ts';
import type { Words } from '../../src/words/en.ts';
import { worstFirst } from '../report.ts';
import { plain } from './plain.ts';

type Kind = 'error' | 'warning' | 'notice';

/** GitHub shows no more annotations of one kind from one step. */
const SHOWN_OF_A_KIND = 10;

const KINDS: Readonly<Record<ToldProblem['severity'], Kind>> = {
  fatal: 'error',
  error: 'error',
  warning: 'warning',
  note: 'notice',
};

/**
 * Problems as commands by which a GitHub workflow annotates its run, a line each: of each kind as many as GitHub shows,
 * the worst first. Where there are more, the last one says how many and where they are.
 * @param fileOf the path of a workbook within the repository, by its name; null where it is not in there
 * @param words those of the plan's language
 */
export function workflowCommands(
  problems: readonly ToldProblem[],
  fileOf: (book: string) => string | null,
  words: Words,
): string[] {
  const ordered = worstFirst(problems);
  return (['error', 'warning', 'notice'] as const).flatMap((kind) => {
    const all = ordered.filter(({ severity }) => KINDS[severity] === kind);
    const isTooMany = all.length > SHOWN_OF_A_KIND;
    const shown = isTooMany ? all.slice(0, SHOWN_OF_A_KIND - 1) : all;
    const lines = shown.map((problem) => commandOf(kind, problem, fileOf(problem.book), words));
    const rest = counted(all.length - shown.length, `more ${kind === 'notice' ? 'note' : kind}`);
    const last = command(kind, { title: rest }, 'The summary of this job lists them.');
    return isTooMany ? [...lines, last] : lines;
  });
}

/** A fault as such a command. */
export function workflowFault({ what, why, fix }: { what: string; why: string; fix: string }): string {
  return command('error', { title: what }, [why, fix].filter(Boolean).join(' '));
}

function commandOf(kind: Kind, problem: ToldProblem, file: string | null, words: Words): string {
  const message = wholeMessage(problem, words.problems);
  return command(
    kind,
    { ...(file === null ? {} : { file }), title: placeName(problem) },
    `${plain(message)}\n${plain(problem.fix)}`,
  );
}

function command(kind: Kind, properties: Readonly<Record<string, string>>, message: string): string {
  const list = Object.entries(properties).map(([name, value]) => `${name}=${property(plain(value))}`);
  return `::${kind} ${list.join(',')}::${data(message)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

import type { Digest } from '../../src/site/digest.ts';
import type { Words } from '../../src/words/en.ts';
import { inert } from './job-summary.ts';

/** A digest as Markdown, for the summary of a GitHub workflow's job. Problems are left to the table behind it. */
export function digestSummary(decision: string, digest: Digest, words: Words['digest']): string {
  const parts = digest.parts
    .filter(({ kind }) => kind !== 'problems')
    .map(({ title, lines, more }) => {
      const all = [...lines, ...(more === 0 ? [] : [words.more(more)])];
      return `### ${inert(title)}\n\n${all.map((line) => `- ${inert(line)}`).join('\n')}`;
    });
  const head = `## ${inert(digest.title)}: ${inert(digest.standing)}\n\n${inert(digest.asOf)}. ${inert(decision)}`;
  return `${[head, ...parts].join('\n\n')}\n\n`;
}

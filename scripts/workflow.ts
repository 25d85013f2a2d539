import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, statSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import type { ToldProblem } from '../src/plan/problem.ts';
import type { Words } from '../src/words/en.ts';
import type { Fault } from './fault.ts';
import { faultSummary, jobSummary, MAX_SUMMARY_BYTES } from './report/job-summary.ts';
import type { Environment } from './report/terminal.ts';
import { workflowCommands, workflowFault } from './report/workflow-commands.ts';
import type { SourceFile } from './source-files.ts';

/** The run of a GitHub workflow that a command is a step of. */
export interface Workflow {
  /** The folder of the repository. */
  readonly workspace: string | null;
  /** The file whose end becomes part of the job's summary. */
  readonly summary: string | null;
}

/** The workflow that this environment is of; null outside of one. */
export function workflowOf(env: Environment): Workflow | null {
  if (env.GITHUB_ACTIONS !== 'true') return null;
  return { workspace: env.GITHUB_WORKSPACE || null, summary: env.GITHUB_STEP_SUMMARY || null };
}

/** Writes problems to the workflow's run, as annotations, and to the summary of its job. */
export function tellWorkflow(
  { workspace, summary }: Workflow,
  problems: readonly ToldProblem[],
  files: readonly SourceFile[],
  words: Words,
  write: (line: string) => void,
): void {
  const fileOf = (book: string) => within(workspace, files, book);
  for (const line of workflowCommands(problems, fileOf, words)) write(line);
  if (summary === null) return;
  const used = existsSync(summary) ? statSync(summary).size : 0;
  const source = files.map(({ name }) => name).join(', ');
  appendFileSync(summary, jobSummary(problems, source, words, MAX_SUMMARY_BYTES - used));
}

/** Writes Markdown to the summary of the workflow's job. */
export function tellSummary({ summary }: Workflow, markdown: string): void {
  if (summary !== null) appendFileSync(summary, markdown);
}

/** Writes what later steps of the workflow read as outputs of this one. Values are of one line. */
export function tellOutputs(env: Environment, outputs: Readonly<Record<string, string>>): void {
  if (!env.GITHUB_OUTPUT) return;
  const lines = Object.entries(outputs).map(([name, value]) => `${name}=${value}\n`);
  appendFileSync(env.GITHUB_OUTPUT, lines.join(''));
}

/** Writes to both why nothing could be read. */
export function tellWorkflowFault({ summary }: Workflow, fault: Fault, write: (line: string) => void): void {
  write(workflowFault(fault));
  if (summary !== null) appendFileSync(summary, faultSummary(fault));
}

/** A text for a log in which lines may be commands: none in this text is. */
export function withoutCommands(text: string, env: Environment): string {
  if (workflowOf(env) === null) return text;
  const token = randomUUID();
  return `::stop-commands::${token}\n${text}\n::${token}::`;
}

/** A workbook's path from the workspace, as addresses write it; null where it lies elsewhere or may be several. */
function within(workspace: string | null, files: readonly SourceFile[], book: string): string | null {
  const [file, ...more] = files.filter(({ name }) => name === book);
  if (workspace === null || file?.path == null || more.length > 0) return null;
  const path = relative(workspace, file.path).replaceAll('\\', '/');
  return path === '' || path.startsWith('../') || isAbsolute(path) ? null : path;
}

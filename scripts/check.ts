import { isoFromDay } from '../src/grid/day.ts';
import { mappingOf } from '../src/plan/propose.ts';
import { checkLine } from './check-line.ts';
import { command } from './command.ts';
import { readConfig } from './config.ts';
import { faultOf, PlanFault } from './fault.ts';
import { type MarkedCopy, markedCopies, writeCopies } from './marked-copies.ts';
import { CHECK_HELP, CHECK_OPTIONS, type Options } from './options.ts';
import { chosenSources, type Pulled, pull } from './pipeline.ts';
import { PROJECT } from './project.ts';
import { jsonReport } from './report/json.ts';
import { describeProblems, SHOWN_PROBLEMS } from './report/listing.ts';
import { describeProposals } from './report/proposal.ts';
import { terminalOf } from './report/terminal.ts';
import { sumUp } from './report.ts';
import { type SourceFile, shownSource, sourceFiles } from './source-files.ts';
import { tellWorkflow, tellWorkflowFault, withoutCommands, workflowOf } from './workflow.ts';

const { env, stdout, stderr } = process;
const workflow = workflowOf(env);

// Whoever reads the list may stop before its end, as `head` does: that is no fault.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

await command(
  'Checks the plan: prints every problem with its cell and its cure, and changes nothing.',
  async (options) => {
    const found = await findProblems(options);
    const { problems, copies, words } = found;
    tell(options, found);
    await writeCopies(copies, problems, words, (line) => stderr.write(`${line}\n`));
    const summary = `${sumUp(problems)}.`;
    if (problems.some(({ severity }) => severity === 'fatal' || severity === 'error')) {
      throw new PlanFault(summary);
    }
    stderr.write(`${summary}\n`);
  },
  { options: CHECK_OPTIONS, help: CHECK_HELP },
);

/** Pulls; where that is not possible, says so to programs too, which read no message. */
async function findProblems(options: Options): Promise<Pulled & { copies: readonly MarkedCopy[] }> {
  try {
    const { annotate } = options;
    const copies = annotate === null ? [] : markedCopies(annotate, filesOf(options));
    return { ...(await pull(options)), copies };
  } catch (error) {
    const fault = faultOf(error);
    if (options.json) {
      const source = options.sources.map(shownSource).join(', ');
      stdout.write(`${jsonReport({ asOf: null, source, problems: [], fault })}\n`);
    }
    if (workflow !== null) tellWorkflowFault(workflow, fault, commandWriter(options));
    throw error;
  }
}

function tell(options: Options, { problems, sources, snapshot, proposals, words }: Pulled): void {
  if (options.json) {
    const asOf = snapshot?.asOf ?? (options.asOf === null ? null : isoFromDay(options.asOf));
    const mapping = mappingOf(proposals);
    const report = jsonReport({ asOf, source: sources.join(', '), problems, fault: null, mapping });
    stdout.write(`${report}\n`);
  } else if (problems.length > 0) {
    const listing = describeProblems(problems, {
      terminal: terminalOf(stdout, env),
      limit: options.all ? Number.POSITIVE_INFINITY : SHOWN_PROBLEMS,
      all: checkLine(options, process.cwd(), ['--all']),
      severalBooks: sources.length > 1,
      words,
    });
    const proposal = describeProposals(proposals);
    stdout.write(`${withoutCommands(listing, env)}\n\n`);
    if (proposal !== null) stdout.write(`${withoutCommands(proposal, env)}\n\n`);
  }
  if (workflow !== null) {
    tellWorkflow(workflow, problems, filesOf(options), words, commandWriter(options));
  }
}

function filesOf(options: Options): SourceFile[] {
  const chosen = chosenSources(options, readConfig(options.data, PROJECT));
  return sourceFiles(
    chosen.map(({ source }) => source),
    process.cwd(),
  );
}

/** A workflow's commands may stand in either stream: with `--json`, not in that of the document. */
function commandWriter({ json }: Options): (line: string) => void {
  return (line) => (json ? stderr : stdout).write(`${line}\n`);
}

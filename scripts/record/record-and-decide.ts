import { readSnapshot } from '../../src/snapshot/read.ts';
import { wordsFor } from '../../src/words/words.ts';
import { readConfig } from '../config.ts';
import { deployedFingerprint, markPath, readMark, untold } from '../deployed.ts';
import { faultOf } from '../fault.ts';
import { digestOfPlan } from '../notify/digest-of-plan.ts';
import { type Options, planPath } from '../options.ts';
import { chosenSources } from '../pipeline.ts';
import { PROJECT } from '../project.ts';
import { digestSummary } from '../report/digest-summary.ts';
import { sourceFiles } from '../source-files.ts';
import { tellOutputs, tellSummary, tellWorkflow, tellWorkflowFault, workflowOf } from '../workflow.ts';
import { recordHistory } from './record-history.ts';

/**
 * Pulls, records the history, and says whether the site has to be deployed: unless the plan, its as-of day, the program
 * and all else that decides the site's bytes are what was deployed last. In a GitHub workflow, steps that follow read
 * that as the output `deploy` (`true` or `false`), and the job's summary holds what moved and what is wrong.
 */
export async function recordAndDecide(options: Options, say: (line: string) => void): Promise<void> {
  const workflow = workflowOf(process.env);
  const write = (line: string) => void process.stdout.write(`${line}\n`);
  try {
    const changed = await recordHistory(options, say);
    const plan = readSnapshot(planPath(options));
    const last = readMark(markPath(options.data));
    const fingerprint = deployedFingerprint(planPath(options), process.env);
    const isNew = last?.fingerprint !== fingerprint;
    const decision = isNew
      ? `To be deployed: the site as of ${plan.asOf}.`
      : 'Nothing changed since the last deployment, neither the plan, nor its day, nor the program: nothing to build or deploy.';
    say(decision);
    if (workflow === null) return;
    tellOutputs(process.env, { deploy: String(isNew), history: changed ? 'changed' : 'unchanged' });
    const words = wordsFor(plan.settings.locale);
    tellSummary(workflow, digestSummary(decision, digestOfPlan(plan, untold(plan, last)), words.digest));
    const problems = plan.problems.map((problem) => ({ ...problem, link: problem.link ?? null }));
    tellWorkflow(workflow, problems, filesOf(options), words, write);
  } catch (error) {
    if (workflow !== null) tellWorkflowFault(workflow, faultOf(error), write);
    throw error;
  }
}

function filesOf(options: Options) {
  const chosen = chosenSources(options, readConfig(options.data, PROJECT));
  return sourceFiles(
    chosen.map(({ source }) => source),
    process.cwd(),
  );
}

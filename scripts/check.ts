import { command } from './command.ts';
import { PlanFault } from './fault.ts';
import { pull } from './pipeline.ts';
import { countProblems, describeProblems } from './report.ts';

await command(
  'Checks the plan: prints every problem with its cell and its cure, and changes nothing.',
  async (options) => {
    const { problems } = await pull(options);
    const colour = process.stdout.isTTY && !process.env.NO_COLOR;
    if (problems.length > 0) process.stdout.write(`${describeProblems(problems, colour)}\n\n`);
    const bad = problems.some(({ severity }) => severity === 'fatal' || severity === 'error');
    if (bad) throw new PlanFault(`${countProblems(problems)}.`);
    process.stderr.write(`${countProblems(problems)}.\n`);
  },
);

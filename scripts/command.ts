import { loadEnvFile } from 'node:process';
import { SourceFault } from '../src/source/fault.ts';
import { PlanFault, UsageFault } from './fault.ts';
import { OPTIONS_HELP, type Options, type OwnOption, readOptions } from './options.ts';

const EXIT = { plan: 1, usage: 2, unreachable: 3 } as const;

/**
 * Runs a command: reads its arguments and the environment, and turns a fault into a message and an exit code. Nothing
 * that a user can cause ends in a stack trace, unless `--debug` asks for it.
 * @param about what the command does, as its help says it @param own the options that other commands do not take
 */
export async function command(
  about: string,
  run: (options: Options) => Promise<void>,
  own: { readonly options: readonly OwnOption[]; readonly help: string } = { options: [], help: '' },
): Promise<void> {
  await guard(async (args) => {
    const options = readOptions(args, process.cwd(), own.options);
    if (options.help) {
      process.stdout.write(`${about}\n${OPTIONS_HELP}${own.help}`);
      return;
    }
    await run(options);
  });
}

/** As `command`, for one that reads its arguments itself: turns a fault into a message and an exit code. */
export async function guard(run: (args: readonly string[]) => Promise<void>): Promise<void> {
  const args = process.argv.slice(2);
  try {
    loadEnv();
    await run(args);
  } catch (error) {
    process.exitCode = explain(error, args.includes('--debug'));
  }
}

function loadEnv(): void {
  try {
    loadEnvFile();
  } catch {
    // No .env file: the environment is as it stands.
  }
}

/** Says what happened, why, and what to do; returns the exit code. */
function explain(error: unknown, debug: boolean): number {
  const say = (text: string) => process.stderr.write(`${text}\n`);
  if (debug && error instanceof Error) say(error.stack ?? error.message);
  if (error instanceof PlanFault) {
    say(error.message);
    return EXIT.plan;
  }
  if (error instanceof UsageFault) {
    say(`${error.message}\n${error.fix}`);
    return EXIT.usage;
  }
  if (error instanceof SourceFault) {
    say([error.what, error.why, error.fix].filter(Boolean).join('\n'));
    return EXIT[error.kind];
  }
  const why = error instanceof Error ? error.message : String(error);
  say(`Something went wrong that Milepost did not foresee: ${why}\nRun it again with --debug to see where.`);
  return 1;
}

import { SourceFault } from '../src/source/fault.ts';

/** A command was called in a way that it cannot work with: exit code 2. */
export class UsageFault extends Error {
  override readonly name = 'UsageFault';
  readonly fix: string;

  /** @param what what is wrong @param fix what to do about it */
  constructor(what: string, fix: string) {
    super(what);
    this.fix = fix;
  }
}

/** The plan cannot be built from, and what to mend has been printed already: exit code 1. */
export class PlanFault extends Error {
  override readonly name = 'PlanFault';
}

/** What a program is told where a command could not do its work: what happened, why, and what to do. */
export interface Fault {
  /** That of a SourceFault; `plan` where the plan cannot be built from, `usage` where a command was called in a wrong way, `unforeseen` for all else. */
  readonly code: string;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

/** An error as a program is told of it. */
export function faultOf(error: unknown): Fault {
  if (error instanceof SourceFault) {
    const { code, what, why, fix } = error;
    return { code, what, why, fix };
  }
  if (error instanceof PlanFault) {
    const [what = '', ...why] = error.message.split('\n');
    return { code: 'plan', what, why: why.join('\n').trim(), fix: '' };
  }
  if (error instanceof UsageFault) return { code: 'usage', what: error.message, why: '', fix: error.fix };
  return {
    code: 'unforeseen',
    what: 'Something went wrong that Milepost did not foresee.',
    why: error instanceof Error ? error.message : String(error),
    fix: 'Run it again with --debug to see where.',
  };
}

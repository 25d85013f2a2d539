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

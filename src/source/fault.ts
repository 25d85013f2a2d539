/** Whose fault it is, which decides how a command ends. */
export type FaultKind = 'plan' | 'usage' | 'unreachable';

/** A source that cannot be read at all, told as what happened, why, and what to do. */
export class SourceFault extends Error {
  override readonly name = 'SourceFault';
  /** A stable name, such as `not-a-workbook`. */
  readonly code: string;
  readonly kind: FaultKind;
  readonly what: string;
  readonly why: string;
  readonly fix: string;

  constructor(code: string, kind: FaultKind, what: string, why: string, fix: string) {
    super([what, why, fix].join(' '));
    this.code = code;
    this.kind = kind;
    this.what = what;
    this.why = why;
    this.fix = fix;
  }
}

/** Stable names of what can make a whole source unreadable. */
export type SourceFaultCode =
  | 'no-such-file'
  | 'not-a-file'
  | 'file-unreadable'
  | 'empty-file'
  | 'lock-file'
  | 'text-file'
  | 'web-page'
  | 'xml-file'
  | 'old-excel'
  | 'password'
  | 'binary-excel'
  | 'open-document'
  | 'numbers'
  | 'other-office'
  | 'other-file'
  | 'zip-without-workbook'
  | 'cut-short'
  | 'damaged'
  | 'too-large'
  | 'no-sheets'
  | 'last-good-too-old'
  | 'history-out-of-reach'
  | 'google-address'
  | 'google-root'
  | 'google-no-way-in'
  | 'google-credentials'
  | 'google-sign-in'
  | 'google-api-key'
  | 'google-api-off'
  | 'google-scope'
  | 'google-not-shared'
  | 'google-not-found'
  | 'google-not-a-sheet'
  | 'google-quota'
  | 'google-busy'
  | 'google-time-out'
  | 'google-out-of-reach'
  | 'google-odd-answer'
  | 'google-refused'
  | 'address-invalid'
  | 'address-credentials'
  | 'address-not-encrypted'
  | 'address-no-host'
  | 'address-refused'
  | 'address-network'
  | 'address-certificate'
  | 'address-time-out'
  | 'address-cut-off'
  | 'address-unauthorized'
  | 'address-forbidden'
  | 'address-gone'
  | 'address-too-often'
  | 'address-host-failed'
  | 'address-answer'
  | 'address-redirect'
  | 'address-login'
  | 'address-page'
  | 'address-empty';

export interface FaultDetails {
  readonly code: SourceFaultCode;
  /** Whose fault it is, which decides the exit code: the plan's is the default. */
  readonly kind?: 'plan' | 'unreachable' | 'usage';
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

/** A source that cannot be read at all: what happened, why, and what to do, each in plain sentences. */
export class SourceFault extends Error {
  readonly code: SourceFaultCode;
  readonly kind: 'plan' | 'unreachable' | 'usage';
  readonly what: string;
  readonly why: string;
  readonly fix: string;

  constructor({ code, kind = 'plan', what, why, fix }: FaultDetails) {
    super(`${what} ${why} ${fix}`);
    this.name = 'SourceFault';
    this.code = code;
    this.kind = kind;
    this.what = what;
    this.why = why;
    this.fix = fix;
  }
}

/** A workbook of which one part is not as it must be. `part` says which in plain words, such as `the sheet “Goals”`. */
export function damaged(name: string, part: string, why: string): SourceFault {
  return new SourceFault({
    code: 'damaged',
    what: `“${name}” is damaged: ${part} cannot be read.`,
    why,
    fix: 'Open it in Excel, let it repair the workbook, and save it again; or go back to an earlier copy.',
  });
}

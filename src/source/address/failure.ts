import { type FaultDetails, SourceFault } from '../fault.ts';
import type { Retry } from '../patience.ts';

/** What is asked for, in words for messages: never more than a host, and the name of a file. */
export interface Asked {
  /** The host of the address that was given. */
  readonly host: string;
  /** `“plan.xlsx”`, or `the workbook` where the address names no file. */
  readonly file: string;
  /** What to do so that this program may open it. */
  readonly sharing: string;
}

/** An attempt that failed, and whether trying again may help. It has no cause: those of the network quote addresses. */
export class Failure extends Error {
  readonly fault: SourceFault;
  readonly retry: Retry | null;
  /** What happened in a few words, for the line that says what is waited for. */
  readonly brief: string;

  constructor(fault: SourceFault, retry: Retry | null = null, brief = '') {
    super(fault.message);
    this.name = 'Failure';
    this.fault = fault;
    this.retry = retry;
    this.brief = brief;
  }
}

/** A fault of a host that does not give the workbook out. */
export function unreachable(details: Omit<FaultDetails, 'kind'>): SourceFault {
  return new SourceFault({ ...details, kind: 'unreachable' });
}

/**
 * How to open a workbook of a service to this program.
 * @param host of the address that was given
 * @param asked the host that is asked for it
 */
export function sharingAdvice(host: string, asked: string): string {
  const credentials = `set MILEPOST_SOURCE_TOKEN, or MILEPOST_SOURCE_USER and MILEPOST_SOURCE_PASSWORD, and MILEPOST_SOURCE_HOST=${asked}`;
  if (/\.sharepoint\.com$|^1drv\.ms$|^onedrive\.live\.com$/.test(host)) {
    return 'Choose Share, Copy link, set the link to “Anyone”, and pass that link; where your organization does not allow such links, set MILEPOST_SOURCE_TOKEN to a token of Microsoft Graph and MILEPOST_SOURCE_HOST=graph.microsoft.com.';
  }
  if (/^(?:docs|drive)\.google\.com$/.test(host)) {
    return 'Choose Share, and under General access “Anyone with the link”.';
  }
  if (/(?:^|\.)dropbox\.com$/.test(host))
    return 'Choose Share, and pass a link that anyone may open, without a password.';
  return `Share it by a link that anyone may open without a password, and pass that link; or ${credentials}.`;
}

import { type FaultDetails, SourceFault } from '../src/source/fault.ts';
import { PlanFault, UsageFault } from './fault.ts';

/** What stopped a thread, as it is sent to another: an error's class is lost on the way. */
export type SentFault = { readonly stack: string } & (
  | { readonly sort: 'source'; readonly details: FaultDetails }
  | { readonly sort: 'usage'; readonly message: string; readonly fix: string }
  | { readonly sort: 'plan' | 'unforeseen'; readonly message: string }
);

/** An error as it can be sent. */
export function sentFault(error: unknown): SentFault {
  const message = error instanceof Error ? error.message : String(error);
  const stack = (error instanceof Error ? error.stack : null) ?? message;
  if (error instanceof SourceFault) {
    const { code, kind, what, why, fix } = error;
    return { sort: 'source', stack, details: { code, kind, what, why, fix } };
  }
  if (error instanceof UsageFault) return { sort: 'usage', stack, message, fix: error.fix };
  return { sort: error instanceof PlanFault ? 'plan' : 'unforeseen', stack, message };
}

/** The error that was sent, of its own class and with the place where it was thrown. */
export function receivedFault(sent: SentFault): Error {
  const error = faultOf(sent);
  error.stack = sent.stack;
  return error;
}

function faultOf(sent: SentFault): Error {
  if (sent.sort === 'source') return new SourceFault(sent.details);
  if (sent.sort === 'usage') return new UsageFault(sent.message, sent.fix);
  return sent.sort === 'plan' ? new PlanFault(sent.message) : new Error(sent.message);
}

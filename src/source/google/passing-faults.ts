import type { FaultDetails as Fault } from '../fault.ts';
import type { Passing } from './failure.ts';

/** Why a request is tried again, in plain words that follow “because”. */
export const WHY_AGAIN: Readonly<Record<Passing, string>> = {
  quota: 'its quota is used up',
  busy: 'it is out of order for now',
  'time-out': 'it did not answer in time',
  'out of reach': 'it cannot be reached',
  cut: 'the connection was cut',
  'odd answer': 'its answer is not whole',
};

/** What did not pass by itself in the time that there was. */
export function ofPassing(service: string, passing: Passing, status: number | null): Fault {
  const tried = 'It was tried until the time for it was up.';
  switch (passing) {
    case 'quota':
      return {
        code: 'google-quota',
        what: `${service} gives no more answers for now, because the quota is used up.`,
        why: `A project may read 300 times a minute, and one account 60 times. ${tried}`,
        fix:
          'Try again in a minute or two. If it happens often, pull less often, or use a Google Cloud project for this alone; ' +
          'its quotas are under APIs & Services, Google Sheets API, Quotas & System Limits.',
      };
    case 'busy':
      return {
        code: 'google-busy',
        what: `${service} is out of order${status === null ? '' : ` (HTTP ${status})`}.`,
        why: `The fault is on Google’s side. ${tried}`,
        fix: 'Try again later. https://www.google.com/appsstatus/dashboard/ says whether Google knows of it.',
      };
    case 'time-out':
      return {
        code: 'google-time-out',
        what: `${service} did not answer in time.`,
        why: `The network is slow, or the sheet is very large. ${tried}`,
        fix: 'Try again later. If it happens often, delete sheets and rows that the plan does not need.',
      };
    case 'out of reach':
      return {
        code: 'google-out-of-reach',
        what: `${service} cannot be reached.`,
        why: 'This computer has no way to it, or its name is not known to the network.',
        fix: 'Check the network. If it needs a proxy, set HTTPS_PROXY to the proxy’s address.',
      };
    case 'cut':
      return {
        code: 'google-out-of-reach',
        what: `The connection to ${service} was cut again and again.`,
        why: `Something on the way ends it before the answer is whole. ${tried}`,
        fix: 'Check the network and the proxy, and try again.',
      };
    case 'odd answer':
      return {
        code: 'google-odd-answer',
        what: `${service} answers with something that is no spreadsheet.`,
        why: `The answer is cut short, or it is a page of a proxy or of a network’s log-in. ${tried}`,
        fix: 'Open a page in a browser to see whether the network asks you to log in, and try again.',
      };
  }
}

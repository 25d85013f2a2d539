import { retryAfter } from '../patience.ts';
import type { Credentials } from './credentials.ts';
import { type Asked, Failure, unreachable } from './failure.ts';

/** An answer that is neither a workbook nor an address to go on to. */
export interface BadAnswer {
  readonly status: number;
  /** The host that answered. */
  readonly host: string;
  readonly headers: Headers;
  /** Whether credentials were sent to it. */
  readonly known: boolean;
}

/** The failure that a status of HTTP means. */
export function statusFailure(
  answer: BadAnswer,
  asked: Asked,
  credentials: Credentials,
  now: number,
): Failure {
  const { status, host } = answer;
  if (status === 401 || status === 403 || status === 407) {
    return new Failure(refused(answer, asked, credentials));
  }
  if (status === 404 || status === 410) {
    return new Failure(
      unreachable({
        code: 'address-gone',
        what: `${host} has no workbook at this address (${status}).`,
        why: `${capital(asked.file)} was moved, renamed or deleted, or its link has run out; some hosts also say so of what they do not show to everyone.`,
        fix: `Open the address in a private window of a browser. Where that fails too, copy the link again. ${asked.sharing}`,
      }),
    );
  }
  const again = { after: retryAfter(answer.headers.get('retry-after'), now) };
  if (status === 429) {
    return new Failure(
      unreachable({
        code: 'address-too-often',
        what: `${host} does not give ${asked.file} out now (429).`,
        why: 'It was asked too often in a short time, by this program or by others that share its network.',
        fix: 'Try again in a few minutes, and pull less often.',
      }),
      again,
      'is asked too often',
    );
  }
  if (status === 408 || status >= 500) {
    return new Failure(
      unreachable({
        code: 'address-host-failed',
        what: `${host} failed to give ${asked.file} out (${status}).`,
        why: 'That is a fault of the host, and was so each time that it was asked.',
        fix: 'Try again later. Where it stays so, ask those who run the host.',
      }),
      again,
      `failed (${status})`,
    );
  }
  return new Failure(
    unreachable({
      code: 'address-answer',
      what: `${host} did not give ${asked.file} out: it answered with status ${status}.`,
      why: 'A workbook comes with status 200.',
      fix: 'Open the address in a browser, and pass the one from which the browser downloads the workbook.',
    }),
  );
}

function refused({ status, host, known }: BadAnswer, asked: Asked, credentials: Credentials) {
  if (known) {
    const what =
      credentials.variable === 'MILEPOST_SOURCE_TOKEN' ? 'The token' : 'The user name and the password';
    return unreachable({
      code: status === 403 ? 'address-forbidden' : 'address-unauthorized',
      what: `${host} does not give ${asked.file} out (${status}).`,
      why:
        status === 403
          ? `${what} ${what === 'The token' ? 'was' : 'were'} sent, and may not read it.`
          : `${what} ${what === 'The token' ? 'was' : 'were'} sent, and not accepted: wrong, run out, or for something else.`,
      fix:
        status === 403
          ? 'Give that user the right to read the workbook, or use one that has it.'
          : 'Make a new one, and set it where this program runs.',
    });
  }
  const held =
    credentials.variable === null
      ? ''
      : ` ${credentials.variable} was not sent, because MILEPOST_SOURCE_HOST does not name this host.`;
  return unreachable({
    code: status === 403 ? 'address-forbidden' : 'address-unauthorized',
    what: `${host} does not give ${asked.file} out to everyone (${status}).`,
    why: `It wants to know who asks.${held}`,
    fix: asked.sharing,
  });
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

import type { Workbook } from '../../grid/grid.ts';
import { SourceFault } from '../fault.ts';
import type { Opened, SourceContext } from '../opened.ts';
import { PATIENCE, type Patience, patiently, type Time } from '../patience.ts';
import { FIELDS, parseAnswer, type SpreadsheetAnswer } from './answer.ts';
import { type Failure, failureOf, OddAnswer, retries } from './failure.ts';
import { sheetFault, signInFault } from './faults.ts';
import { WHY_AGAIN } from './passing-faults.ts';
import { rootsOf } from './roots.ts';
import { spreadsheetId } from './spreadsheet-id.ts';
import { findWayIn, type WayIn } from './way-in.ts';
import { workbookOf } from './workbook.ts';

/**
 * Pulls a Google Sheet: all of its sheets in one call, after one that signs in. Throws a SourceFault where it cannot be
 * read; of the credentials, nothing is in what it returns, tells or throws.
 * @param text an ID, or any address of the sheet
 */
export async function openGoogleSheet(
  text: string,
  context: SourceContext,
  patience: Patience = PATIENCE,
): Promise<Opened> {
  const id = spreadsheetId(text);
  const roots = rootsOf(context.env);
  context.progress('waiting for Google Sheets');
  const [{ sheets }, { GoogleAuth }, way] = await Promise.all([
    import('googleapis/build/src/apis/sheets/index.js'),
    import('google-auth-library'),
    findWayIn(context.env, roots, patience),
  ]);
  const auth = new GoogleAuth({ authClient: way.client });
  const api = sheets({ version: 'v4', auth, ...(roots.api === null ? {} : { rootUrl: roots.api }) });
  const { answer, body } = await tryAgain(context, patience, async () => {
    const secrets = await signIn(way, context.time);
    try {
      const { data } = await api.spreadsheets.get(
        { spreadsheetId: id, fields: FIELDS, prettyPrint: false },
        { responseType: 'text', retry: false },
      );
      return read(data);
    } catch (error) {
      throw new Failed(failureOf(error, secrets, context.time.now()), (failure) =>
        sheetFault(id, failure, way),
      );
    }
  });
  return {
    book: workbookOf(answer),
    kept: { bytes: new TextEncoder().encode(body), validators: { etag: null, lastModified: null } },
    unchanged: false,
  };
}

/** Reads again what was kept of a Google Sheet. Throws a SourceFault where it is not what was kept. */
export function readKeptGoogleSheet(bytes: Uint8Array, name = 'the Google Sheet'): Workbook {
  const answer = parseAnswer(new TextDecoder().decode(bytes));
  if (answer === null) {
    throw new SourceFault({
      code: 'google-odd-answer',
      kind: 'unreachable',
      what: `What was kept of ${name} cannot be read.`,
      why: 'It is not what Google Sheets answered: it was changed, or written by another release.',
      fix: 'Pull it again while Google Sheets can be reached.',
    });
  }
  return workbookOf(answer);
}

/** A failed attempt without the error that told of it, which holds the request and so the credentials. */
class Failed extends Error {
  readonly failure: Failure;
  readonly fault: (failure: Failure) => SourceFault;

  constructor(failure: Failure, fault: (failure: Failure) => SourceFault) {
    super('The attempt failed.');
    this.failure = failure;
    this.fault = fault;
  }
}

async function tryAgain<T>(
  { progress, time }: SourceContext,
  patience: Patience,
  attempt: () => Promise<T>,
): Promise<T> {
  const retryOf = retries();
  let why = '';
  const telling: Time = {
    now: () => time.now(),
    random: () => time.random(),
    sleep: (milliseconds) => {
      const seconds = Math.max(1, Math.round(milliseconds / 1000));
      progress(`trying Google Sheets again in ${seconds} s, because ${why}`);
      return time.sleep(milliseconds);
    },
  };
  try {
    return await patiently(
      attempt,
      (error) => {
        if (!(error instanceof Failed)) return null;
        why = error.failure.passing === null ? '' : WHY_AGAIN[error.failure.passing];
        return retryOf(error.failure);
      },
      patience,
      telling,
    );
  } catch (error) {
    throw error instanceof Failed ? error.fault(error.failure) : error;
  }
}

/** Gets a token, where there is none yet that is still good. @returns all that must not be told */
async function signIn(way: WayIn, time: Time): Promise<ReadonlySet<string>> {
  try {
    const headers = await way.client.getRequestHeaders();
    const token = headers.get('authorization')?.replace(/^Bearer /, '') ?? null;
    if (token === 'undefined' || token === 'null') throw new OddAnswer();
    return token === null ? way.secrets : new Set([...way.secrets, token]);
  } catch (error) {
    throw new Failed(failureOf(error, way.secrets, time.now()), (failure) => signInFault(failure, way));
  }
}

function read(data: unknown): { answer: SpreadsheetAnswer; body: string } {
  const answer = typeof data === 'string' ? parseAnswer(data) : null;
  if (typeof data !== 'string' || answer === null) throw new OddAnswer();
  return { answer, body: data };
}

import { SourceFault } from '../fault.ts';
import type { Opened, SourceContext, Validators } from '../opened.ts';
import { PATIENCE, type Patience, patiently, type Time } from '../patience.ts';
import { signatureOf } from '../signature.ts';
import { readWorkbook } from '../workbook.ts';
import { Credentials } from './credentials.ts';
import { addressToAsk } from './download-address.ts';
import { type Asked, Failure, sharingAdvice, unreachable } from './failure.ts';
import { fileNameOf, workbookName } from './file-name.ts';
import { pageFailure } from './page-failure.ts';
import { type Answer, request } from './request.ts';

const MEGABYTE = 2 ** 20;
/** Enough of a page to see what it asks for. */
const PAGE_BYTES = 2 ** 18;
/** Between two words on how far a download is, in milliseconds. */
const PROGRESS_EVERY = 1_000;

/**
 * Opens the workbook at a web address: as people have it, which may be a share link. A workbook that the host says has
 * not changed is read from what was kept. Throws a SourceFault; neither that nor anything else that goes out of here
 * quotes a query or credentials.
 * @param text a URL of http or https
 */
export async function openExcelByAddress(
  text: string,
  context: SourceContext,
  patience: Patience = PATIENCE,
): Promise<Opened> {
  const address = parse(text);
  const credentials = new Credentials(context.env, address);
  const url = addressToAsk(address, (host) => credentials.areFor(host));
  const name = fileNameOf(address);
  const asked: Asked = {
    host: url.host,
    file: name === null ? 'the workbook' : `“${name}”`,
    sharing: sharingAdvice(address.host, url.host),
  };
  const ask = (validators: Validators | null) =>
    fetchPatiently({ url, asked, credentials, validators }, context, patience);

  const { kept } = context;
  let answer = await ask(kept?.validators ?? null);
  if (answer.bytes === null && kept !== null) {
    const again = readKept(kept.bytes, workbookName(answer.headers, address, answer.url));
    if (again !== null) {
      const validators = {
        etag: answer.headers.get('etag') ?? kept.validators.etag,
        lastModified: answer.headers.get('last-modified') ?? kept.validators.lastModified,
      };
      return { book: again, kept: { bytes: kept.bytes, validators }, unchanged: true };
    }
    answer = await ask(null);
  }
  return read(answer, address, asked);
}

function parse(text: string): URL {
  const url = URL.parse(text.trim());
  if (url !== null && /^https?:$/.test(url.protocol) && url.hostname !== '') return url;
  throw new SourceFault({
    code: 'address-invalid',
    kind: 'usage',
    what: 'The source is no web address that can be read.',
    why: 'Workbooks are read from addresses that start with https:// or http://, with the name of a host after that.',
    fix: 'Copy the address again, and put it in quotes: a command line takes & and ? for something else.',
  });
}

/** What was kept, or null where it can no longer be read, so that it is better asked for again. */
function readKept(bytes: Uint8Array, name: string) {
  try {
    return readWorkbook(bytes, name);
  } catch (error) {
    if (error instanceof SourceFault) return null;
    throw error;
  }
}

function read({ bytes, headers, url }: Answer, address: URL, asked: Asked): Opened {
  if (bytes === null || bytes.length === 0) {
    throw unreachable({
      code: 'address-empty',
      what: `${url.host} answered with nothing in place of ${asked.file}.`,
      why: 'The file there may be empty, or not yet stored in full.',
      fix: 'Open the address in a browser, and store the workbook again where it is empty there too.',
    });
  }
  if (isPage(bytes, headers)) {
    throw pageFailure(new TextDecoder().decode(bytes.subarray(0, PAGE_BYTES)), url, asked).fault;
  }
  const book = readWorkbook(bytes, workbookName(headers, address, url));
  const validators = { etag: headers.get('etag'), lastModified: headers.get('last-modified') };
  return { book, kept: { bytes, validators }, unchanged: false };
}

/** Pages may start with anything; what is not even packed, and is sent as a page, is one. */
function isPage(bytes: Uint8Array, headers: Headers): boolean {
  const signature = signatureOf(bytes);
  const sentAsPage = /^\s*(?:text\/html|application\/xhtml)/i.test(headers.get('content-type') ?? '');
  return signature === 'web page' || (sentAsPage && signature !== 'zip');
}

interface Question {
  readonly url: URL;
  readonly asked: Asked;
  readonly credentials: Credentials;
  readonly validators: Validators | null;
}

async function fetchPatiently(
  question: Question,
  { time, progress }: SourceContext,
  patience: Patience,
): Promise<Answer> {
  const { host } = question.url;
  const end = time.now() + patience.total;
  let told = time.now();
  let brief = '';
  progress(`waiting for ${host}`);

  const onProgress = (from: string, bytes: number, of: number | null): void => {
    if (time.now() - told < PROGRESS_EVERY) return;
    told = time.now();
    const size = (count: number) => (count / MEGABYTE).toFixed(1);
    progress(of === null ? `${from}: ${size(bytes)} MB` : `${from}: ${size(bytes)} of ${size(of)} MB`);
  };
  const attempt = () =>
    request({
      ...question,
      onProgress,
      now: () => time.now(),
      time: Math.max(1, Math.min(patience.request, end - time.now())),
    });
  const retryOf = (error: unknown) => {
    if (!(error instanceof Failure)) return null;
    brief = error.brief;
    return error.retry;
  };
  const telling: Time = {
    now: () => time.now(),
    random: () => time.random(),
    async sleep(milliseconds) {
      progress(`${host} ${brief}; trying again in ${Math.max(1, Math.round(milliseconds / 1000))} s`);
      await time.sleep(milliseconds);
      progress(`waiting for ${host}`);
    },
  };
  try {
    return await patiently(attempt, retryOf, patience, telling);
  } catch (error) {
    throw error instanceof Failure ? error.fault : error;
  }
}

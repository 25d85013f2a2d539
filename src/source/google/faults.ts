import { type FaultDetails as Fault, SourceFault } from '../fault.ts';
import { ofApiKey } from './api-key-faults.ts';
import { type Failure, isQuotaProject, quoted } from './failure.ts';
import { ofPassing } from './passing-faults.ts';
import { ofReading } from './reading-faults.ts';
import { ofSigningIn } from './sign-in-faults.ts';
import { MAX_ANSWER_BYTES } from './transport.ts';
import { SCOPE, type WayIn } from './way-in.ts';

/** What stopped the reading of a spreadsheet. Holds neither the error nor anything of the request. */
export function sheetFault(id: string, failure: Failure, way: WayIn): SourceFault {
  return unreachable(ofReading(id, failure, way) ?? ofEither('Google Sheets', failure, way));
}

/** What stopped the signing in. */
export function signInFault(failure: Failure, way: WayIn): SourceFault {
  return unreachable(ofSigningIn(failure, way) ?? ofEither('Google’s sign-in', failure, way));
}

function unreachable(fault: Fault): SourceFault {
  return new SourceFault({ kind: 'unreachable', ...fault });
}

/** What may come of reading and of signing in alike. */
function ofEither(service: string, failure: Failure, way: WayIn): Fault {
  const { status, said, system, passing } = failure;
  const ofKey = way.kind === 'API key' ? ofApiKey(failure) : null;
  if (ofKey !== null) return ofKey;
  if (passing !== null) return ofPassing(service, passing, status);
  if (isQuotaProject(failure)) return noQuotaProject();
  if (failure.reason === 'SERVICE_DISABLED' || failure.reason === 'accessNotConfigured')
    return apiOff(failure);
  if (failure.reason === 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' || failure.reason === 'insufficientPermissions') {
    return scopeMissing(way);
  }
  if (status === 401) {
    return {
      code: 'google-sign-in',
      what: 'Google does not accept the sign-in.',
      why: `The token is not valid, or no longer${quoted(said)}.`,
      fix: 'Check the clock of this computer, and try again; if that does not help, get the credentials anew as the README says.',
    };
  }
  if (system === 'max-size') return tooLarge();
  if (/CERT|SELF_SIGNED|VERIFY|^ERR_TLS|^ERR_SSL/.test(system)) return notTrusted(service);
  if (status === null) {
    return {
      code: 'google-refused',
      what: `${service} could not be asked.`,
      why: system === '' ? 'The client gave no reason that may be told.' : `The system says ${system}.`,
      fix: 'Check the credentials as the README says. On a network that needs a proxy, set HTTPS_PROXY.',
    };
  }
  return {
    code: 'google-refused',
    what: `${service} refuses to answer (HTTP ${status}).`,
    why: said === '' ? 'It gives no reason.' : `It says:${quoted(said)}.`,
    fix: 'If a proxy stands in between, let it pass the calls on; otherwise do what the reason says, and try again.',
  };
}

function apiOff({ api, page }: Failure): Fault {
  const name = api === '' ? 'Google Sheets API' : api;
  return {
    code: 'google-api-off',
    what: `The ${name} is not enabled in the Google Cloud project of these credentials.`,
    why: 'A project has to enable each API once before anything can call it.',
    fix: `Open ${page ?? 'https://console.cloud.google.com/apis/library/sheets.googleapis.com in that project'}, choose Enable, wait some minutes, and try again.`,
  };
}

function noQuotaProject(): Fault {
  return {
    code: 'google-api-off',
    what: 'The sign-in names no Google Cloud project that the reading counts for.',
    why: 'Google counts its quota by project, and wants one in which the Google Sheets API is enabled.',
    fix: 'Run “gcloud auth application-default set-quota-project” with the ID of the project, and try again.',
  };
}

function scopeMissing({ kind }: WayIn): Fault {
  const fixes: Partial<Record<WayIn['kind'], string>> = {
    user: `Run “gcloud auth application-default login --scopes=openid,https://www.googleapis.com/auth/cloud-platform,${SCOPE}”, and try again; the README says what to do where Google blocks it.`,
    machine: `Stop the machine, edit it, add the access scope ${SCOPE}, and start it again; or use a service account’s key file.`,
  };
  return {
    code: 'google-scope',
    what: 'The sign-in is not allowed to read Google Sheets.',
    why: `Its token lacks the scope ${SCOPE}.`,
    fix: fixes[kind] ?? 'Get the credentials anew as the README says.',
  };
}

function notTrusted(service: string): Fault {
  return {
    code: 'google-out-of-reach',
    what: `The connection to ${service} is not trusted.`,
    why: 'Its certificate is not signed by anybody that this computer trusts, as behind a proxy that opens connections.',
    fix: 'Set NODE_EXTRA_CA_CERTS to the file with the proxy’s certificate, which whoever runs the network has.',
  };
}

function tooLarge(): Fault {
  return {
    code: 'too-large',
    kind: 'plan',
    what: 'The Google Sheet is too large to be a plan.',
    why: `It was not read any further, because it has more than ${MAX_ANSWER_BYTES / 2 ** 20} MB.`,
    fix: 'Check that it is the right sheet. Delete sheets and rows that the plan does not need.',
  };
}

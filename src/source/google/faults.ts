import { type FaultDetails, SourceFault } from '../fault.ts';
import type { Failure, Passing } from './failure.ts';
import { MAX_ANSWER_BYTES } from './transport.ts';
import { SCOPE, type WayIn } from './way-in.ts';

type Fault = Omit<FaultDetails, 'kind'> & Partial<Pick<FaultDetails, 'kind'>>;

/** Why a request is tried again, in plain words that follow “because”. */
export const WHY_AGAIN: Readonly<Record<Passing, string>> = {
  quota: 'its quota is used up',
  busy: 'it is out of order for now',
  'time-out': 'it did not answer in time',
  'out of reach': 'it cannot be reached',
  cut: 'the connection was cut',
  'odd answer': 'its answer is not whole',
};

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

/** Null where what happened has nothing to do with the sheet. */
function ofReading(id: string, failure: Failure, way: WayIn): Fault | null {
  const { status, name, reason } = failure;
  if (status === 404) {
    return {
      code: 'google-not-found',
      what: `Google knows no Google Sheet with the ID ${id}.`,
      why: 'It was deleted, or the ID has a slip, or it is that of another kind of file.',
      fix: 'Open the sheet in a browser, and pass the address that the browser shows then.',
    };
  }
  if (status === 400 && name === 'FAILED_PRECONDITION') {
    return {
      code: 'google-not-a-sheet',
      kind: 'usage',
      what: `The file with the ID ${id} is no Google Sheet, but an Office file that lies in Google Drive.`,
      why: 'Its name ends in .xlsx, and Google opens it without making a Google Sheet of it.',
      fix:
        'Open it, choose File, Save as Google Sheets, and pass the address of the new sheet. Or leave it as it is, and pass ' +
        `https://docs.google.com/spreadsheets/d/${id}/export?format=xlsx where anyone with the link may see it.`,
    };
  }
  const isKnown = reason !== '' && reason !== 'forbidden';
  return status === 403 && name === 'PERMISSION_DENIED' && !isKnown && !isQuotaProject(failure)
    ? notShared(id, way)
    : null;
}

function notShared(id: string, { kind, account }: WayIn): Fault {
  if (kind === 'API key') {
    return {
      code: 'google-not-shared',
      what: `The Google Sheet with the ID ${id} is not open to everybody.`,
      why: 'An API key reads only what anyone with the link may see.',
      fix:
        'Open the sheet, choose Share, and under “General access” choose “Anyone with the link” and “Viewer”. ' +
        'For a sheet that is to stay closed, use a service account instead.',
    };
  }
  const whom =
    account ??
    (kind === 'machine' ? 'the service account of this machine' : 'the account that you signed in with');
  return {
    code: 'google-not-shared',
    what: `The Google Sheet with the ID ${id} is not shared with ${whom}.`,
    why: 'Google says that this account may not see it.',
    fix: `Open the sheet, choose Share, add ${whom} as “Viewer”, and try again.`,
  };
}

function ofSigningIn({ status, name, said, api, reason }: Failure, way: WayIn): Fault | null {
  const code = 'google-sign-in';
  if (name === 'invalid_grant' && /timeframe|iat|exp\b/i.test(said)) {
    return {
      code,
      what: 'Google does not accept the time of this computer.',
      why: 'What signs in carries the time, and the clock is wrong by more than some minutes.',
      fix: 'Set the clock by the network, and try again.',
    };
  }
  if (way.kind === 'service account' && (name === 'invalid_grant' || name === 'invalid_client')) {
    return {
      code,
      what: `Google does not accept the key of ${way.account ?? 'the service account'}.`,
      why: 'The key was deleted or has expired, or the service account was deleted or disabled.',
      fix:
        'In Google Cloud console open IAM & Admin, Service Accounts, the account, Keys; choose Add key, Create new key, ' +
        'JSON; and set GOOGLE_APPLICATION_CREDENTIALS to the new file.',
    };
  }
  if (/^(?:invalid_grant|invalid_client|invalid_rapt)$/.test(name) && way.kind !== 'federation') {
    return {
      code,
      what: 'Google does not accept the sign-in that “gcloud auth application-default login” left on this computer.',
      why: 'It has expired or was revoked.',
      fix: 'Run “gcloud auth application-default login” again, with the options that the README gives.',
    };
  }
  if (reason === 'SERVICE_DISABLED') return null;
  const actsFor = way.kind === 'federation' || way.kind === 'acting for';
  if (actsFor && api === '' && (name === 'PERMISSION_DENIED' || name === 'NOT_FOUND')) {
    return {
      code,
      what: `Google does not let this sign-in act for ${way.account ?? 'the service account'}.`,
      why: 'The service account does not exist, or whoever signed in lacks a role on it.',
      fix:
        'In Google Cloud console open IAM & Admin, Service Accounts, the account, Principals with access, Grant access; ' +
        `give ${way.kind === 'federation' ? 'the workload identity pool the role Workload Identity User' : 'your own account the role Service Account Token Creator'}.`,
    };
  }
  if (way.kind === 'federation' && status !== null && status < 500) {
    return {
      code,
      what: 'Google does not accept the token of this workflow.',
      why: `The workload identity pool’s provider refuses it${quoted(said)}.`,
      fix:
        'In Google Cloud console open IAM & Admin, Workload Identity Federation, the pool, the provider; compare its ' +
        'attribute condition with the repository, and its name with the workflow’s workload_identity_provider.',
    };
  }
  return null;
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

function ofPassing(service: string, passing: Passing, status: number | null): Fault {
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

function ofApiKey({ status, reason, said }: Failure): Fault | null {
  const code = 'google-api-key';
  const where = 'In Google Cloud console open APIs & Services, Credentials, the key';
  if (reason === 'API_KEY_INVALID' || status === 401) {
    return {
      code,
      what: 'Google does not accept the API key in MILEPOST_GOOGLE_API_KEY.',
      why: 'It has a slip, or was deleted.',
      fix: 'In Google Cloud console open APIs & Services, Credentials; choose Show key, and copy it whole.',
    };
  }
  if (reason === 'API_KEY_SERVICE_BLOCKED') {
    return {
      code,
      what: 'The API key in MILEPOST_GOOGLE_API_KEY may not be used for Google Sheets.',
      why: 'Its API restrictions do not name the Google Sheets API.',
      fix: `${where}; under “API restrictions” select Google Sheets API, and save.`,
    };
  }
  if (/^API_KEY_\w+_BLOCKED$/.test(reason)) {
    return {
      code,
      what: 'The API key in MILEPOST_GOOGLE_API_KEY may not be used from here.',
      why: `Its application restrictions shut this computer out${quoted(said)}.`,
      fix: `${where}; under “Application restrictions” choose None, or IP addresses with that of this computer, and save.`,
    };
  }
  return null;
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

/** What a person signed in with through `gcloud` belongs to no project that the quota could be counted for. */
function isQuotaProject({ said }: Failure): boolean {
  return /quota project/i.test(said);
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
    user: `Sign in again by “gcloud auth application-default login” with --client-id-file and --scopes=openid,https://www.googleapis.com/auth/cloud-platform,${SCOPE} as the README says.`,
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

function quoted(said: string): string {
  return said === '' ? '' : ` “${said.replace(/[.\s]+$/, '')}”`;
}

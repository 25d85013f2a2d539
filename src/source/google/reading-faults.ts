import type { FaultDetails as Fault } from '../fault.ts';
import { type Failure, isQuotaProject } from './failure.ts';
import type { WayIn } from './way-in.ts';

/** Null where what happened has nothing to do with the sheet. */
export function ofReading(id: string, failure: Failure, way: WayIn): Fault | null {
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
  if (kind === 'federation' && account === null) {
    return {
      code: 'google-not-shared',
      what: `The Google Sheet with the ID ${id} is not shared with this workflow.`,
      why: 'The workflow signs in as itself, and so has no address that a sheet could be shared with.',
      fix:
        'Name a service account under “service_account” in the workflow’s step google-github-actions/auth, and share the ' +
        'sheet with the address of that account as “Viewer”.',
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

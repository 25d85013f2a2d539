import { SourceFault } from '../fault.ts';

/** In `/spreadsheets/d/<ID>/edit`, with or without the account's number or domain before it. */
const IN_PATH = /\/d\/([A-Za-z0-9_-]{15,100})(?:[/?#]|$)/;
/** In `?id=<ID>` of a link that Google Drive gives, and `?key=<ID>` of old links. */
const IN_QUERY = /[?&](?:id|key)=([A-Za-z0-9_-]{15,100})(?:[&#]|$)/;
/** The ID alone. */
const BARE = /^[A-Za-z0-9_-]{15,100}$/;
/** A copy that was published on the web: its long ID is not that of the sheet, and cannot be turned into it. */
const PUBLISHED = /\/d\/e\/|^2PACX-/;

/** The ID in any address of a Google Sheet, or the ID itself. Throws a SourceFault where there is none. */
export function spreadsheetId(text: string): string {
  const source = text.trim();
  if (PUBLISHED.test(source)) {
    throw new SourceFault({
      code: 'google-address',
      kind: 'usage',
      what: 'The source is the address of a copy of a Google Sheet that was published on the web.',
      why: 'The ID in such an address is not the sheet’s own, so that Google does not let its cells be read by it.',
      fix: 'Open the sheet itself, and pass the address that the browser shows then.',
    });
  }
  const id = IN_PATH.exec(source)?.[1] ?? IN_QUERY.exec(source)?.[1] ?? BARE.exec(source)?.[0];
  if (id !== undefined) return id;
  throw new SourceFault({
    code: 'google-address',
    kind: 'usage',
    what: 'The source is an address of Google Sheets that names no sheet.',
    why: 'An address has the ID of its sheet between “/spreadsheets/d/” and “/edit”.',
    fix: 'Open the sheet, and pass the address that the browser shows then.',
  });
}

/** The address of one sheet (a tab) of a spreadsheet, by their IDs. `&range=D14` may be added to it. */
export function sheetAddress(spreadsheet: string, sheet: number): string {
  return `https://docs.google.com/spreadsheets/d/${spreadsheet}/edit#gid=${sheet}`;
}

import { quote, tidy } from '../grid/text.ts';
import { SourceFault, type SourceFaultCode } from './fault.ts';
import type { Signature } from './signature.ts';
import type { Archive } from './zip.ts';

interface WrongFile {
  readonly code: SourceFaultCode;
  /** Behind the file's name: what it is. */
  readonly is: string;
  readonly why: string;
  readonly fix: string;
}

const READ = 'Milepost reads workbooks of Excel, .xlsx and .xlsm.';
const SAVE_AS = 'choose Save As, take “Excel Workbook (.xlsx)”, and pass the new file.';

const BY_SIGNATURE: Readonly<Record<Exclude<Signature, 'zip'>, WrongFile>> = {
  empty: {
    code: 'empty-file',
    is: 'is empty',
    why: 'The file has no bytes: a copy or a download of it may have failed.',
    fix: 'Copy or download the workbook again.',
  },
  'encrypted workbook': {
    code: 'password',
    is: 'is locked with a password',
    why: 'Its content is encrypted, so that nothing of it can be read without the password.',
    fix: 'Open it in Excel, delete the password under File, Info, Protect Workbook, Encrypt with Password, and save it; or save it from LibreOffice without “Save with password”.',
  },
  'old workbook': {
    code: 'old-excel',
    is: 'is in the old format of Excel, .xls',
    why: READ,
    fix: `Open it in Excel, ${SAVE_AS}`,
  },
  'other office file': {
    code: 'other-office',
    is: 'is an old Office file, and no workbook',
    why: READ,
    fix: 'Pass the workbook that holds the plan.',
  },
  'web page': {
    code: 'web-page',
    is: 'is a web page, and no workbook',
    why: 'Often that is the page that asks to sign in, saved in place of the workbook; some programs also export web pages under the name of a workbook.',
    fix: `Download the workbook again while you are signed in. Where a program exported it, open it in Excel, ${SAVE_AS}`,
  },
  'spreadsheet as plain XML': {
    code: 'xml-file',
    is: 'is a spreadsheet saved as plain XML',
    why: READ,
    fix: `Open it in Excel or LibreOffice, ${SAVE_AS}`,
  },
  'other XML': {
    code: 'xml-file',
    is: 'is XML, and no workbook',
    why: READ,
    fix: 'Pass the workbook that holds the plan.',
  },
  text: {
    code: 'text-file',
    is: 'is plain text, such as CSV, and no workbook',
    why: `${READ} A text file has no sheets.`,
    fix: `Open it in Excel, ${SAVE_AS} The plan needs the sheets Goals, Milestones and Actions.`,
  },
  PDF: otherFile('is a PDF, and no workbook'),
  picture: otherFile('is a picture, and no workbook'),
  'packed archive': {
    code: 'other-file',
    is: 'is a packed archive, and no workbook',
    why: READ,
    fix: 'Unpack it, and pass the workbook.',
  },
  unknown: otherFile('is no workbook'),
};

/** Parts by which a zip archive shows what it is, where it is no workbook that can be read. */
const BY_PART: readonly (readonly [part: RegExp, file: WrongFile])[] = [
  [
    /^xl\/workbook\.bin$/i,
    {
      code: 'binary-excel',
      is: 'is a binary workbook, .xlsb',
      why: READ,
      fix: `Open it in Excel, ${SAVE_AS}`,
    },
  ],
  [
    /^index(?:\.zip$|\/)/i,
    {
      code: 'numbers',
      is: 'is a file of Apple Numbers, Pages or Keynote',
      why: READ,
      fix: 'Open it in Numbers, choose File, Export To, Excel, and pass the new file.',
    },
  ],
  [/^word\//i, officeFile('a document of Word')],
  [/^ppt\//i, officeFile('a presentation of PowerPoint')],
];

/** The fault of bytes that are not even a zip archive. */
export function wrongSignature(name: string, signature: Exclude<Signature, 'zip'>): SourceFault {
  return faultOf(name, BY_SIGNATURE[signature]);
}

/** The fault of a zip archive that holds no workbook, told by what it holds. */
export function wrongArchive(archive: Archive): SourceFault {
  const { name } = archive.allowance;
  const { paths } = archive;
  if (archive.has('mimetype')) return faultOf(name, openDocument(archive));
  for (const [part, file] of BY_PART) {
    if (paths.some((path) => part.test(path))) return faultOf(name, file);
  }
  const workbook = paths.find((path) => /\.xls[xm]$/i.test(path));
  return faultOf(name, {
    code: 'zip-without-workbook',
    is: 'is a zip archive, and no workbook',
    why:
      workbook === undefined
        ? 'It has no list of sheets.'
        : `It is an archive that holds ${quote(tidy(workbook))}.`,
    fix: workbook === undefined ? 'Pass the workbook that holds the plan.' : 'Unpack it, and pass that file.',
  });
}

/** OpenDocument archives start with a part that says of which sort they are. */
function openDocument(archive: Archive): WrongFile {
  let type = '';
  archive.read('mimetype', 'its type', (piece) => {
    type += new TextDecoder().decode(piece);
  });
  return /spreadsheet/i.test(type)
    ? {
        code: 'open-document',
        is: 'is an OpenDocument spreadsheet, .ods',
        why: READ,
        fix: `Open it in LibreOffice or Excel, ${SAVE_AS}`,
      }
    : officeFile('a document of another sort');
}

function faultOf(name: string, { code, is, why, fix }: WrongFile): SourceFault {
  return new SourceFault({ code, what: `“${name}” ${is}.`, why, fix });
}

function otherFile(is: string): WrongFile {
  return { code: 'other-file', is, why: READ, fix: 'Pass the workbook that holds the plan.' };
}

function officeFile(sort: string): WrongFile {
  return {
    code: 'other-office',
    is: `is ${sort}, and no workbook`,
    why: READ,
    fix: 'Pass the workbook that holds the plan.',
  };
}

import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Workbook } from '../grid/grid.ts';
import { SourceFault } from './fault.ts';
import { MAX_ARCHIVE_BYTES, tooLarge } from './limits.ts';
import { readWorkbook } from './workbook.ts';

/** Reads a workbook from the disk. Throws a SourceFault where there is none, or none that can be read. */
export async function readExcelFile(path: string): Promise<Workbook> {
  const name = basename(path);
  const bytes = await readBytes(path, name);
  if (name.startsWith('~$') && isAsSmallAsALock(bytes)) {
    throw new SourceFault({
      code: 'lock-file',
      what: `“${name}” is no workbook, but the mark that Excel sets beside one while it is open.`,
      why: 'Such files have the name of their workbook behind “~$”.',
      fix: `Pass “${name.slice(2)}”.`,
    });
  }
  return readWorkbook(bytes, name);
}

async function readBytes(path: string, name: string): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (!found.isFile()) {
      throw new SourceFault({
        code: 'not-a-file',
        what: `“${path}” is ${found.isDirectory() ? 'a folder' : 'a device'}, and no workbook.`,
        why: 'A plan is read from one file.',
        fix: 'Pass the path of the workbook itself, such as plan.xlsx.',
      });
    }
    if (found.size > MAX_ARCHIVE_BYTES) {
      throw tooLarge(name, `it has more than ${MAX_ARCHIVE_BYTES / 2 ** 20} MB`);
    }
    return await readFile(path);
  } catch (error) {
    throw error instanceof SourceFault ? error : faultOfDisk(error, path);
  }
}

function faultOfDisk(error: unknown, path: string): SourceFault {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (reason === 'ENOENT' || reason === 'ENOTDIR') {
    return new SourceFault({
      code: 'no-such-file',
      what: `There is no file “${path}”.`,
      why: `It was looked for at ${resolve(path)}.`,
      fix: 'Check the path and the spelling of the name, or name another workbook.',
    });
  }
  const why: Readonly<Record<string, string>> = {
    EACCES: 'This user may not read it.',
    EPERM: 'This user may not read it.',
    EBUSY: 'Another program holds it open.',
  };
  return new SourceFault({
    code: 'file-unreadable',
    what: `The file “${path}” cannot be read.`,
    why: why[reason] ?? `The system says: ${error instanceof Error ? error.message : String(error)}.`,
    fix: 'Give this user the right to read it, close it in other programs, or copy it elsewhere and pass the copy.',
  });
}

/** Excel's lock files hold a name, and are always this small. */
function isAsSmallAsALock(bytes: Uint8Array): boolean {
  return bytes.length < 512;
}

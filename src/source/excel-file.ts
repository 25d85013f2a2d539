import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Workbook } from '../grid/grid.ts';
import { SourceFault } from './fault.ts';
import { readWorkbook } from './workbook.ts';

/** A workbook of this size holds millions of cells; larger files are mostly pictures. */
const MOST_BYTES = 300_000_000;

/** Reads an Excel workbook from a file. Throws a SourceFault that says what is wrong and what to do. */
export async function readExcelFile(path: string): Promise<Workbook> {
  const name = basename(path);
  return readWorkbook(await readBytes(path, name), name);
}

async function readBytes(path: string, name: string): Promise<Uint8Array> {
  try {
    const { size, ...info } = await stat(path).then((found) => ({
      size: found.size,
      isFolder: found.isDirectory(),
    }));
    if (info.isFolder) {
      throw new SourceFault(
        'a-folder',
        'plan',
        `${path} cannot be read as a workbook.`,
        'It is a folder.',
        `Name the workbook in it, such as ${path.replace(/[\\/]+$/, '')}/plan.xlsx.`,
      );
    }
    if (size > MOST_BYTES) {
      throw new SourceFault(
        'too-large',
        'plan',
        `${name} is not read.`,
        `It is larger than ${MOST_BYTES / 1_000_000} MB.`,
        'Remove what is no part of the plan, such as pictures.',
      );
    }
    return await readFile(path);
  } catch (error) {
    throw error instanceof SourceFault ? error : missing(path, error);
  }
}

function missing(path: string, error: unknown): SourceFault {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new SourceFault(
      'no-such-file',
      'plan',
      `There is no file ${path}.`,
      'The path may be misspelt, or relative to another folder.',
      'Name the workbook with --source, or under "sources" in data/milepost.json.',
    );
  }
  const why =
    code === 'EACCES' || code === 'EPERM'
      ? 'You may not read it.'
      : `The system says ${String(code ?? error)}.`;
  return new SourceFault(
    'unreadable',
    'plan',
    `${path} cannot be read.`,
    why,
    'Check the rights to the file, and try again.',
  );
}

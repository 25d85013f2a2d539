import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileNameOf } from '../src/source/address/file-name.ts';
import { kindOfSource } from '../src/source/locate.ts';

/** A source by the name that problems call its workbook. */
export interface SourceFile {
  readonly name: string;
  /** Its absolute path; null where it is no file of this computer. */
  readonly path: string | null;
}

/**
 * A source as it may stand in a log. Of an address that is the host and, where it looks like a file's name, the end of
 * the path: the rest of a share link is its key.
 */
export function shownSource(text: string): string {
  const source = text.trim();
  if (kindOfSource(source) !== 'address') return source;
  if (!URL.canParse(source)) return 'an address';
  const url = new URL(source);
  const name = fileNameOf(url);
  return `${url.protocol}//${url.host}/…${name === null ? '' : `/${name}`}`;
}

/** Where sources lie, in their order. @param folder the folder that paths are relative to */
export function sourceFiles(sources: readonly string[], folder: string): SourceFile[] {
  return sources.map((text) => {
    const source = text.trim();
    if (kindOfSource(source) !== 'excel file') return { name: shownSource(source), path: null };
    const isAddress = source.startsWith('file://') && URL.canParse(source);
    const path = resolve(folder, isAddress ? fileURLToPath(source) : source);
    return { name: basename(path), path };
  });
}

import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { kindOfSource } from '../src/source/locate.ts';

/** A source by the name that problems call its workbook. */
export interface SourceFile {
  readonly name: string;
  /** Its absolute path; null where it is no file of this computer. */
  readonly path: string | null;
}

/** Where sources lie, in their order. @param folder the folder that paths are relative to */
export function sourceFiles(sources: readonly string[], folder: string): SourceFile[] {
  return sources.map((text) => {
    const source = text.trim();
    if (kindOfSource(source) !== 'excel file') return { name: source, path: null };
    const isAddress = source.startsWith('file://') && URL.canParse(source);
    const path = resolve(folder, isAddress ? fileURLToPath(source) : source);
    return { name: basename(path), path };
  });
}

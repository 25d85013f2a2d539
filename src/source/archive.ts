import { type UnzipFileInfo, unzipSync } from 'fflate';
import { SourceFault } from './fault.ts';

/** A workbook has tens of parts; thousands are an attack or an accident. */
const MOST_PARTS = 10_000;
/** 360,000 rows of 12 columns are about 300 MB of XML; past this, reading would exhaust a small machine's memory. */
const MOST_BYTES = 1_000_000_000;
/** XML of a sheet packs 10 to 100 times; a part that claims far more, and is large, is a bomb. */
const MOST_RATIO = 400;
const RATIO_COUNTS_FROM = 32_000_000;

/** The parts of a workbook, each inflated only when it is asked for. */
export interface Archive {
  readonly name: string;
  readonly parts: readonly string[];
  /** A part's bytes, its name compared without regard to case; null where there is no such part. */
  part(path: string): Uint8Array | null;
}

/** Opens a zip archive. Throws a SourceFault where it is damaged, or claims to be larger than any plan. */
export function openArchive(bytes: Uint8Array, name: string): Archive {
  const infos = new Map<string, UnzipFileInfo>();
  readDirectory(bytes, name, infos);
  let total = 0;
  for (const { originalSize, size } of infos.values()) {
    total += originalSize;
    if (originalSize > RATIO_COUNTS_FROM && originalSize > size * MOST_RATIO) throw tooLarge(name);
  }
  if (infos.size > MOST_PARTS || total > MOST_BYTES) throw tooLarge(name);
  return {
    name,
    parts: [...infos.values()].map((info) => info.name),
    part(path) {
      const info = infos.get(key(path));
      if (!info) return null;
      try {
        // The declared size bounds what is inflated: a part that lies about it comes out cut, and fails as XML.
        return unzipSync(bytes, { filter: (each) => each.name === info.name })[info.name] ?? null;
      } catch {
        throw damaged(name);
      }
    },
  };
}

/** What is said of a workbook that is not whole. */
export function damaged(name: string, part?: string): SourceFault {
  const where =
    part === undefined
      ? 'The archive that it is made of is cut off or damaged.'
      : `Its part ${part} is cut off or damaged.`;
  return new SourceFault(
    'damaged',
    'plan',
    `${name} cannot be read as a workbook.`,
    where,
    'Download or copy it again. If your spreadsheet program can still open it, save it again there.',
  );
}

function readDirectory(bytes: Uint8Array, name: string, infos: Map<string, UnzipFileInfo>): void {
  try {
    unzipSync(bytes, {
      filter(info) {
        infos.set(key(info.name), info);
        if (infos.size > MOST_PARTS) throw tooLarge(name);
        return false;
      },
    });
  } catch (error) {
    throw error instanceof SourceFault ? error : damaged(name);
  }
}

function tooLarge(name: string): SourceFault {
  return new SourceFault(
    'too-large',
    'plan',
    `${name} is not read.`,
    `Unpacked, it claims to be larger than any plan (the limit is ${MOST_BYTES / 1_000_000} MB).`,
    'Remove what is no part of the plan, such as pictures, or copy the sheets of the plan into a new workbook.',
  );
}

function key(path: string): string {
  return path.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();
}

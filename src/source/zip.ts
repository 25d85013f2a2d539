import { crc32, inflateRawSync } from 'node:zlib';
import { Inflate } from 'fflate';
import { damaged, SourceFault } from './fault.ts';
import {
  type Allowance,
  MAX_ARCHIVE_BYTES,
  MAX_ENTRIES,
  MAX_INFLATED_BYTES,
  MAX_RATIO,
  RATIO_COUNTS_FROM_BYTES,
  tooLarge,
} from './limits.ts';
import { type Entry, findDirectory, readEntries } from './zip-directory.ts';

/** Deflate makes at most 1,032 bytes of one, so that one piece of this size never unpacks to more than 17 MB. */
const PIECE_BYTES = 16_384;
/** Parts up to this size are unpacked at once. */
const MAX_AT_ONCE = 2 ** 25;
const OUT_BYTES = 2 ** 18;
const LOCAL_HEADER = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/** A zip archive whose parts are unpacked piece by piece, and only when asked for. */
export class Archive {
  readonly allowance: Allowance;
  readonly #bytes: Uint8Array;
  readonly #entries: ReadonlyMap<string, Entry>;

  /** Throws a SourceFault where the bytes are no whole archive, or one past the limits. */
  constructor(bytes: Uint8Array, allowance: Allowance) {
    const { name } = allowance;
    if (bytes.length > MAX_ARCHIVE_BYTES) {
      throw tooLarge(name, `it has more than ${MAX_ARCHIVE_BYTES / 2 ** 20} MB`);
    }
    const directory = findDirectory(bytes);
    if (directory === null) {
      throw new SourceFault({
        code: 'cut-short',
        what: `“${name}” is not whole: its end is missing.`,
        why: 'It was copied or downloaded only in part, or is being saved right now.',
        fix: 'Wait until it is saved, or copy or download it again.',
      });
    }
    if (directory.count > MAX_ENTRIES) throw tooLarge(name, `it has more than ${MAX_ENTRIES} parts`);
    const entries = readEntries(bytes, directory);
    if (entries === null) {
      throw damaged(name, 'the list of its parts', 'The list ends early or holds something else.');
    }
    this.allowance = allowance;
    this.#bytes = bytes;
    this.#entries = new Map(entries.map((entry) => [keyOf(entry.path), entry]));
    checkSizes(name, entries);
  }

  /** Paths as they stand in the archive. */
  get paths(): string[] {
    return [...this.#entries.values()].map(({ path }) => path);
  }

  /** Without regard to case and to the direction of slashes, as programs that write workbooks differ in both. */
  has(path: string): boolean {
    return this.#entries.has(keyOf(path));
  }

  /** True for a part that is there and has not a single byte: some programs write such instead of leaving it out. */
  isEmpty(path: string): boolean {
    return this.#entries.get(keyOf(path))?.size === 0;
  }

  /**
   * Unpacks one part and hands it over in pieces, which are not to be kept. Throws a SourceFault where the part is
   * missing or damaged, or past the limits.
   * @param part what the part is, in plain words
   */
  read(path: string, part: string, take: (piece: Uint8Array) => void): void {
    const { name } = this.allowance;
    const entry = this.#entries.get(keyOf(path));
    if (entry === undefined) throw damaged(name, part, `The archive has no part ${path}.`);
    const packed = this.#packed(entry, part);
    let size = 0;
    let crc = 0;
    const receive = (piece: Uint8Array): void => {
      size += piece.length;
      if (size > entry.size) throw damaged(name, part, 'It unpacks to more than the archive says.');
      this.allowance.inflate(piece.length);
      crc = crc32(piece, crc);
      take(piece);
    };
    if (entry.method === STORED) receive(packed);
    else inflate(packed, entry.size, receive, () => damaged(name, part, 'Its packed bytes are broken.'));
    if (size < entry.size) throw damaged(name, part, 'It ends early.');
    // Some programs that write as they go leave the checksum at 0.
    if (entry.crc !== 0 && crc !== entry.crc) throw damaged(name, part, 'Its checksum is wrong.');
  }

  #packed({ offset, packedSize, method, encrypted }: Entry, part: string): Uint8Array {
    const { name } = this.allowance;
    if (encrypted) {
      throw new SourceFault({
        code: 'password',
        what: `“${name}” is a zip archive with a password.`,
        why: 'Its parts are encrypted.',
        fix: 'Unpack it with its password, and pass the workbook.',
      });
    }
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength);
    if (offset < 0 || offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL_HEADER) {
      throw damaged(name, part, 'It is not where the archive says.');
    }
    if (method !== STORED && method !== DEFLATED) {
      throw damaged(name, part, 'It is packed in a way that workbooks never are.');
    }
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    if (start + packedSize > view.byteLength) throw damaged(name, part, 'It ends early.');
    return this.#bytes.subarray(start, start + packedSize);
  }
}

/**
 * Small parts are unpacked at once, which is several times faster; large ones in pieces, so that they never stand in
 * memory whole. The inflaters' own errors become `broken`; those of the receiver pass through.
 */
function inflate(
  packed: Uint8Array,
  size: number,
  receive: (piece: Uint8Array) => void,
  broken: () => SourceFault,
): void {
  const whole = size <= MAX_AT_ONCE ? inflateWhole(packed, size) : null;
  if (whole === null) inflateInPieces(packed, receive, broken);
  else for (let at = 0; at < whole.length; at += OUT_BYTES) receive(whole.subarray(at, at + OUT_BYTES));
}

/** Null where the bytes are broken or more than they say: then the pieces tell how far they are good. */
function inflateWhole(packed: Uint8Array, size: number): Uint8Array | null {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    return null;
  }
}

function inflateInPieces(
  packed: Uint8Array,
  receive: (piece: Uint8Array) => void,
  broken: () => SourceFault,
): void {
  const stream = new Inflate(receive);
  try {
    let at = 0;
    do {
      stream.push(packed.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= packed.length);
      at += PIECE_BYTES;
    } while (at < packed.length);
  } catch (error) {
    throw error instanceof Error && 'code' in error && typeof error.code === 'number' ? broken() : error;
  }
}

/** What the archive says of itself is enough to turn most bombs away before anything is unpacked. */
function checkSizes(name: string, entries: readonly Entry[]): void {
  let total = 0;
  for (const { size, packedSize } of entries) {
    total += size;
    if (size > RATIO_COUNTS_FROM_BYTES && size > packedSize * MAX_RATIO) {
      throw tooLarge(name, `a part of it unpacks to more than ${MAX_RATIO} times its size`);
    }
  }
  if (total > MAX_INFLATED_BYTES) {
    throw tooLarge(name, `it unpacks to more than ${MAX_INFLATED_BYTES / 2 ** 20} MB`);
  }
}

function keyOf(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

/** One part of an archive, as the archive's directory describes it. Sizes and offsets are bytes. */
export interface Entry {
  readonly path: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header starts. */
  readonly offset: number;
}

export interface Directory {
  readonly start: number;
  readonly count: number;
  /** Bytes that stand before the archive proper; offsets in the directory do not count them. */
  readonly shift: number;
}

/** Signatures and field offsets are those of PKWARE's APPNOTE.TXT 6.3, sections 4.3.12 to 4.3.16. */
const END = 0x06054b50;
const END_BYTES = 22;
const LOCATOR_64 = 0x07064b50;
const END_64 = 0x06064b50;
const HEADER = 0x02014b50;
const HEADER_BYTES = 46;
const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
/** Version 6.3 of the format, as its headers write it. */
const LATEST_VERSION = 63;
const LONGEST_COMMENT = 65_535;
const EXTRA_64 = 1;
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;

/** The directory at an archive's end, or null where there is none, as in an archive that is cut short. */
export function findDirectory(bytes: Uint8Array): Directory | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lowest = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END) continue;
    if (at + END_BYTES + view.getUint16(at + 20, true) > bytes.length) continue;
    const directory = readEnd(view, at);
    // Of an archive that is cut short, the end found may be that of a workbook within it.
    return directory.shift > 0 && startsWithPart(view) ? null : directory;
  }
  return null;
}

/** True where the bytes start with a part of an archive, by fields of its local header that few other bytes would fit. */
function startsWithPart(view: DataView): boolean {
  if (view.byteLength < LOCAL_HEADER_BYTES || view.getUint32(0, true) !== LOCAL_HEADER) return false;
  const [version, method] = [view.getUint16(4, true), view.getUint16(8, true)];
  return version <= LATEST_VERSION && (method === 0 || method === 8);
}

function readEnd(view: DataView, end: number): Directory {
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (count === FULL_16 || size === FULL_32 || start === FULL_32) {
    const large = readEnd64(view, end);
    if (large !== null) return large;
  }
  const shift = end - size - start;
  return { start: start + shift, count, shift };
}

function readEnd64(view: DataView, end: number): Directory | null {
  if (end < 20 || view.getUint32(end - 20, true) !== LOCATOR_64) return null;
  const at = long(view, end - 12);
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== END_64) return null;
  return { start: long(view, at + 48), count: long(view, at + 32), shift: 0 };
}

/** The directory's entries but for folders, or null where it is broken. */
export function readEntries(bytes: Uint8Array, directory: Directory): Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = new TextDecoder();
  const entries: Entry[] = [];
  let at = directory.start;
  for (let index = 0; index < directory.count; index++) {
    if (at < 0 || at + HEADER_BYTES > bytes.length || view.getUint32(at, true) !== HEADER) return null;
    const nameEnd = at + HEADER_BYTES + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > bytes.length) return null;
    const path = names.decode(bytes.subarray(at + HEADER_BYTES, nameEnd));
    const [size, packedSize, offset] = largeFields(view, nameEnd, extraEnd, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]);
    if (!/[/\\]$/.test(path)) {
      entries.push({
        path,
        method: view.getUint16(at + 10, true),
        encrypted: (view.getUint16(at + 8, true) & 1) === 1,
        crc: view.getUint32(at + 16, true),
        packedSize,
        size,
        offset: offset + directory.shift,
      });
    }
    at = next;
  }
  return entries;
}

type Fields = readonly [size: number, packedSize: number, offset: number];

/** Fields that do not fit 32 bits stand in an extra field instead, in this order and only those. */
function largeFields(view: DataView, start: number, end: number, fields: Fields): Fields {
  for (let at = start; at + 4 <= end; ) {
    const bodyEnd = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === EXTRA_64 && bodyEnd <= end) {
      let value = at + 4;
      const field = (short: number): number => {
        if (short !== FULL_32 || value + 8 > bodyEnd) return short;
        value += 8;
        return long(view, value - 8);
      };
      return [field(fields[0]), field(fields[1]), field(fields[2])];
    }
    at = bodyEnd;
  }
  return fields;
}

function long(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

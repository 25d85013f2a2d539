import { crc32, deflateRawSync } from 'node:zlib';

export interface RawEntry {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Its local header and content are those of the entry before, so that both share their bytes. */
  readonly sharesBytes?: boolean;
}

export interface RawOptions {
  /** Sizes and checksum follow the packed bytes, and are 0 in the local header: as programs write that do not seek. */
  readonly descriptors?: boolean;
  /** Sizes and offsets stand in extra fields of 64 bits, as does the end of the directory. */
  readonly zip64?: boolean;
}

/** A zip archive written byte by byte, for what a library that writes archives would not do. */
export function rawZip(
  entries: readonly RawEntry[],
  { descriptors = false, zip64 = false }: RawOptions = {},
): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  let offset = 0;
  let bytes = Buffer.alloc(0);
  let packed = bytes;
  let crc = 0;
  for (const { path, content, sharesBytes = false } of entries) {
    const name = Buffer.from(path);
    if (!sharesBytes) {
      bytes = Buffer.from(content);
      packed = deflateRawSync(bytes);
      crc = crc32(bytes);
      offset = at;
      const header = Buffer.alloc(30);
      header.writeUInt32LE(0x04034b50, 0);
      header.writeUInt16LE(descriptors ? 8 : 0, 6);
      header.writeUInt16LE(8, 8);
      if (!descriptors) writeSizes(header, 14, crc, packed.length, bytes.length);
      header.writeUInt16LE(name.length, 26);
      const descriptor = Buffer.alloc(descriptors ? 16 : 0);
      if (descriptors) {
        descriptor.writeUInt32LE(0x08074b50, 0);
        writeSizes(descriptor, 4, crc, packed.length, bytes.length);
      }
      const local = Buffer.concat([header, name, packed, descriptor]);
      locals.push(local);
      at += local.length;
    }
    const extra = zip64 ? longs(bytes.length, packed.length, offset) : Buffer.alloc(0);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(descriptors ? 8 : 0, 8);
    entry.writeUInt16LE(8, 10);
    writeSizes(entry, 16, crc, zip64 ? 0xffffffff : packed.length, zip64 ? 0xffffffff : bytes.length);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt16LE(extra.length === 0 ? 0 : extra.length + 4, 30);
    entry.writeUInt32LE(zip64 ? 0xffffffff : offset, 42);
    const extraHeader = Buffer.alloc(zip64 ? 4 : 0);
    if (zip64) {
      extraHeader.writeUInt16LE(1, 0);
      extraHeader.writeUInt16LE(extra.length, 2);
    }
    directory.push(entry, name, extraHeader, extra);
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(zip64 ? 0xffff : entries.length, 8);
  end.writeUInt16LE(zip64 ? 0xffff : entries.length, 10);
  end.writeUInt32LE(zip64 ? 0xffffffff : listed.length, 12);
  end.writeUInt32LE(zip64 ? 0xffffffff : at, 16);
  return Buffer.concat(
    [...locals, listed, zip64 ? end64(entries.length, listed.length, at) : '', end].map((each) =>
      Buffer.from(each),
    ),
  );
}

function writeSizes(buffer: Buffer, at: number, crc: number, packed: number, size: number): void {
  buffer.writeUInt32LE(crc, at);
  buffer.writeUInt32LE(packed, at + 4);
  buffer.writeUInt32LE(size, at + 8);
}

function longs(...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(8 * values.length);
  for (const [index, value] of values.entries()) buffer.writeBigUInt64LE(BigInt(value), 8 * index);
  return buffer;
}

/** The end record of 64 bits, and the locator that points at it. */
function end64(count: number, size: number, start: number): Buffer {
  const head = Buffer.alloc(24);
  head.writeUInt32LE(0x06064b50, 0);
  head.writeBigUInt64LE(44n, 4);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(start + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([head, longs(count, count, size, start), locator]);
}

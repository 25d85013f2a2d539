import { Buffer } from 'node:buffer';
import { MAX_ARCHIVE_BYTES, tooLarge } from '../limits.ts';

const LIMIT = `it has more than ${MAX_ARCHIVE_BYTES / 2 ** 20} MB`;

/**
 * Reads the body of an answer, no more than a workbook may have. Throws a SourceFault where it is larger, by what it
 * says of itself or by what comes, and what the connection throws, as where less comes than was said.
 * @param name what people know the workbook by
 * @param onProgress told the bytes so far, and of how many where that is known
 */
export async function readBody(
  response: Response,
  name: string,
  onProgress: (bytes: number, of: number | null) => void,
): Promise<Uint8Array> {
  const length = lengthOf(response.headers);
  if (length !== null && length > MAX_ARCHIVE_BYTES) throw tooLarge(name, LIMIT);
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.length;
    if (bytes > MAX_ARCHIVE_BYTES) throw tooLarge(name, LIMIT);
    pieces.push(piece);
    onProgress(bytes, length);
  }
  return Buffer.concat(pieces, bytes);
}

/** How many bytes will come; null where that is not said, or said of them packed. */
function lengthOf(headers: Headers): number | null {
  const text = headers.get('content-length') ?? '';
  const packed = !/^(?:identity)?$/i.test(headers.get('content-encoding') ?? '');
  return /^\d{1,15}$/.test(text) && !packed ? Number(text) : null;
}

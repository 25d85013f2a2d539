import { Buffer } from 'node:buffer';
import { generateKeyPairSync, sign } from 'node:crypto';

/** A certificate for loopback that nobody but itself vouches for, and its key, as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

const SEQUENCE = 0x30;
const SET = 0x31;
const INTEGER = 0x02;
const BITS = 0x03;
const OCTETS = 0x04;
const OBJECT_ID = 0x06;
const TEXT = 0x0c;
const TIME = 0x17;
const BOOLEAN = 0x01;
/** Object identifiers in DER: ecdsa-with-SHA256, commonName, subjectAltName, basicConstraints. */
const ECDSA_SHA256 = Buffer.from('2a8648ce3d040302', 'hex');
const COMMON_NAME = Buffer.from('550403', 'hex');
const ALT_NAME = Buffer.from('551d11', 'hex');
const CONSTRAINTS = Buffer.from('551d13', 'hex');

/** Makes a self-signed certificate (RFC 5280) for localhost and 127.0.0.1, or for other names. */
export function selfSigned(
  from: Date,
  until: Date,
  names: readonly string[] = ['localhost', '127.0.0.1'],
): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der(SEQUENCE, der(OBJECT_ID, ECDSA_SHA256));
  const name = der(
    SEQUENCE,
    der(SET, der(SEQUENCE, der(OBJECT_ID, COMMON_NAME), der(TEXT, Buffer.from('Milepost tests')))),
  );
  const altNames = names.map((each) =>
    /^[\d.]+$/.test(each)
      ? der(0x87, Buffer.from(each.split('.').map(Number)))
      : der(0x82, Buffer.from(each)),
  );
  const extensions = der(
    SEQUENCE,
    der(SEQUENCE, der(OBJECT_ID, ALT_NAME), der(OCTETS, der(SEQUENCE, ...altNames))),
    der(SEQUENCE, der(OBJECT_ID, CONSTRAINTS), der(OCTETS, der(SEQUENCE, der(BOOLEAN, Buffer.of(0xff))))),
  );
  const content = der(
    SEQUENCE,
    der(0xa0, der(INTEGER, Buffer.of(2))),
    der(INTEGER, Buffer.of(1)),
    algorithm,
    name,
    der(SEQUENCE, der(TIME, time(from)), der(TIME, time(until))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  );
  const signature = der(BITS, Buffer.of(0), sign('sha256', content, privateKey));
  const base64 = der(SEQUENCE, content, algorithm, signature).toString('base64');
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${base64.match(/.{1,64}/g)?.join('\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

/** UTCTime: two digits of the year, and no fractions. */
function time(date: Date): Buffer {
  return Buffer.from(
    `${date
      .toISOString()
      .replace(/\.\d+Z$/, '')
      .replace(/\D/g, '')
      .slice(2)}Z`,
  );
}

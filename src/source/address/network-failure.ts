import { type Asked, Failure, unreachable } from './failure.ts';

const TRANSIENT = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_SOCKET',
]);
const CERTIFICATE =
  /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(?:VERIFY|GET_ISSUER)|ERR_TLS_CERT|CRL_|INVALID_CA|HOSTNAME_MISMATCH)/;

/** The failure that an error of the network means. Only the error's code is read: its words may quote the address. */
export function networkFailure(error: unknown, host: string, asked: Asked): Failure {
  const code = codeOf(error);
  if (CERTIFICATE.test(code)) return new Failure(certificateFault(code, host));
  if (code === 'ENOTFOUND') {
    return new Failure(
      unreachable({
        code: 'address-no-host',
        what: `There is no host called ${host}.`,
        why: 'Its name is not known, or this computer has no network.',
        fix: 'Check the spelling of the address, and that other pages open on this computer.',
      }),
    );
  }
  if (code === 'EPROTO' || code.startsWith('ERR_SSL')) {
    return new Failure(
      unreachable({
        code: 'address-certificate',
        what: `No secure connection to ${host} was possible (${code}).`,
        why: 'It does not speak https there, or only in ways that are no longer safe.',
        fix: 'Check the port in the address, and ask those who run the host.',
      }),
    );
  }
  const refused = code === 'ECONNREFUSED';
  return new Failure(
    unreachable({
      code: refused ? 'address-refused' : 'address-network',
      what: `${host} could not be reached${code === '' ? '' : ` (${code})`}.`,
      why: refused
        ? 'The computer of that name takes no connections there.'
        : `The connection failed before ${asked.file} came.`,
      fix: refused
        ? 'Check the port in the address, and that the host runs; a firewall may also be in the way.'
        : 'Check the network of this computer and whether it needs a proxy, and try again.',
    }),
    TRANSIENT.has(code) ? { after: null } : null,
    refused ? 'takes no connections' : 'cannot be reached',
  );
}

/** No answer, or not all of it, within the time for one request. */
export function timeOut(host: string, asked: Asked, milliseconds: number, started: boolean): Failure {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  const within = seconds === 1 ? 'a second' : `${seconds} seconds`;
  return new Failure(
    unreachable({
      code: 'address-time-out',
      what: started
        ? `${host} did not send all of ${asked.file} in ${within}.`
        : `${host} did not answer in ${within}.`,
      why: 'The host or the network is slow, or something between drops what is sent.',
      fix: 'Try again later. Where it stays so, open the address in a browser on this computer.',
    }),
    { after: null },
    'was too slow',
  );
}

/** The connection ended before the last byte. */
export function cutOff(host: string, asked: Asked): Failure {
  return new Failure(
    unreachable({
      code: 'address-cut-off',
      what: `The connection to ${host} broke off before all of ${asked.file} had come.`,
      why: 'That was so each time that it was asked for.',
      fix: 'Check the network of this computer, and try again.',
    }),
    { after: null },
    'broke off',
  );
}

function certificateFault(code: string, host: string) {
  const ownAuthority = /SELF_SIGNED|UNABLE_TO|INVALID_CA/.test(code);
  const why =
    code === 'CERT_HAS_EXPIRED'
      ? 'Its certificate has run out.'
      : code === 'CERT_NOT_YET_VALID'
        ? 'Its certificate is not valid yet; the clock of this computer may be wrong.'
        : code === 'ERR_TLS_CERT_ALTNAME_INVALID'
          ? 'Its certificate is for other names.'
          : ownAuthority
            ? 'Its certificate comes from nobody whom this computer trusts: it is self-signed, or from an authority of its own organization.'
            : `Its certificate is not valid (${code}).`;
  return unreachable({
    code: 'address-certificate',
    what: `${host} cannot prove that it is ${host}.`,
    why,
    fix: ownAuthority
      ? 'Save the certificate of that authority as a file, and set NODE_EXTRA_CA_CERTS to its path.'
      : 'Ask those who run the host to renew it, or check the name in the address.',
  });
}

/** The code of the error under an error of fetch; a host with several addresses fails with one for each. */
function codeOf(error: unknown): string {
  for (let each: unknown = error, depth = 0; each instanceof Error && depth < 5; each = each.cause, depth++) {
    if ('code' in each && typeof each.code === 'string') return each.code;
    if (each instanceof AggregateError) return codeOf(each.errors[0]);
  }
  return '';
}

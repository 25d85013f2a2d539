import type { FaultDetails as Fault } from '../fault.ts';
import { type Failure, quoted } from './failure.ts';
import type { WayIn } from './way-in.ts';

/** Null where what happened has nothing to do with signing in. */
export function ofSigningIn({ status, name, said, api, reason, system }: Failure, way: WayIn): Fault | null {
  const code = 'google-sign-in';
  if (system === 'ENOENT' || system === 'EACCES') {
    return {
      code: 'google-credentials',
      kind: 'usage',
      what: 'The file with the token to sign in with cannot be read.',
      why: 'The credentials name a file that is not there, or that this user may not read.',
      fix: 'Make sure that what writes the token has run before, and that it writes where the credentials say.',
    };
  }
  if (name === 'invalid_grant' && /timeframe|\biat\b|\bexp\b/i.test(said)) {
    return {
      code,
      what: 'Google does not accept the time of this computer.',
      why: 'What signs in carries the time, and the clock is wrong by more than some minutes.',
      fix: 'Set the clock by the network, and try again.',
    };
  }
  if (way.kind === 'service account' && (name === 'invalid_grant' || name === 'invalid_client')) {
    return {
      code,
      what: `Google does not accept the key of ${way.account ?? 'the service account'}.`,
      why: 'The key was deleted or has expired, or the service account was deleted or disabled.',
      fix:
        'In Google Cloud console open IAM & Admin, Service Accounts, the account, Keys; choose Add key, Create new key, ' +
        'JSON; and set GOOGLE_APPLICATION_CREDENTIALS to the new file.',
    };
  }
  if (/^(?:invalid_grant|invalid_client|invalid_rapt)$/.test(name) && way.kind !== 'federation') {
    return {
      code,
      what: 'Google does not accept the sign-in that “gcloud auth application-default login” left on this computer.',
      why: 'It has expired or was revoked.',
      fix: 'Run “gcloud auth application-default login” again, with the options that the README gives.',
    };
  }
  if (reason === 'SERVICE_DISABLED') return null;
  const actsFor = way.kind === 'federation' || way.kind === 'acting for';
  if (actsFor && api === '' && (name === 'PERMISSION_DENIED' || name === 'NOT_FOUND')) {
    return {
      code,
      what: `Google does not let this sign-in act for ${way.account ?? 'the service account'}.`,
      why: 'The service account does not exist, or whoever signed in lacks a role on it.',
      fix:
        'In Google Cloud console open IAM & Admin, Service Accounts, the account, Principals with access, Grant access; ' +
        `give ${way.kind === 'federation' ? 'the workload identity pool the role Workload Identity User' : 'your own account the role Service Account Token Creator'}.`,
    };
  }
  if (way.kind === 'federation' && status !== null && status < 500) {
    return {
      code,
      what: 'Google does not accept the token of this workflow.',
      why: `The workload identity pool’s provider refuses it${quoted(said)}.`,
      fix:
        'In Google Cloud console open IAM & Admin, Workload Identity Federation, the pool, the provider; compare its ' +
        'attribute condition with the repository, and its name with the workflow’s workload_identity_provider.',
    };
  }
  return null;
}

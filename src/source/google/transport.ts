import type { AuthClient } from 'google-auth-library';
import type { Patience } from '../patience.ts';
import { type Roots, throughTokenRoot } from './roots.ts';

type Transporter = AuthClient['transporter'];

/** Of one answer, unpacked: about 60,000 rows of 12 cells. */
export const MAX_ANSWER_BYTES = 128 * 2 ** 20;

/**
 * Makes a client of Google's library leave to us what is ours: it has a time limit, does not try again by itself (its
 * own way of that heeds no Retry-After), and follows no redirect, which would take a key along to another host.
 */
export function keepInHand(transporter: Transporter, roots: Roots, { request }: Patience): void {
  const limits: Transporter['defaults'] = { timeout: request, redirect: 'manual' };
  Object.assign(transporter.defaults, limits);
  transporter.interceptors.request.add({
    resolved: async (options) => {
      options.retry = false;
      delete options.retryConfig;
      options.url = throughTokenRoot(options.url, roots);
      return Object.assign(options, { size: MAX_ANSWER_BYTES });
    },
  });
}

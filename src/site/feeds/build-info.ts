import { createHash } from 'node:crypto';
import { publish } from '../../snapshot/json-schema.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';

/** The bytes of `plan.json`, as text. */
export function planText(plan: Snapshot): string {
  return JSON.stringify(publish(plan));
}

/**
 * `build.json`: which plan the site was made from, small enough to ask for often. It tells no time but that of a
 * source which could not be reached: the same plan gives the same bytes. `plan` is the SHA-256 of `plan.json`, in hexadecimal digits.
 */
export function buildText(plan: Snapshot): string {
  const { version, asOf, title, source, sources } = plan;
  const sum = createHash('sha256').update(planText(plan)).digest('hex');
  return `${JSON.stringify({ version, asOf, title, source, sources, plan: sum })}\n`;
}

import { createHash } from 'node:crypto';
import { publish } from '../../snapshot/json-schema.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';

/** The last text that was made, as long as memory allows: it is as large as the plan, and asked for twice a build. */
let last: WeakRef<{ readonly plan: Snapshot; readonly text: string }> | null = null;

/** The bytes of `plan.json`, as text. */
export function planText(plan: Snapshot): string {
  const known = last?.deref();
  if (known?.plan === plan) return known.text;
  const made = { plan, text: JSON.stringify(publish(plan)) };
  last = new WeakRef(made);
  return made.text;
}

/**
 * `build.json`: which plan the site was made from, small enough to ask for often. It tells no time but that of a
 * source which could not be reached: the same plan gives the same bytes. `plan` is the SHA-256 of `plan.json`, in hexadecimal digits.
 */
export function buildText(plan: Snapshot): string {
  const { version, asOf, title, source, sources } = plan;
  return `${JSON.stringify({ version, asOf, title, source, sources, plan: planSum(plan) })}\n`;
}

const sums = new WeakMap<Snapshot, string>();

/** The SHA-256 of `plan.json` in hexadecimal digits, worked out once: many pages carry it. */
export function planSum(plan: Snapshot): string {
  const sum = sums.get(plan) ?? createHash('sha256').update(planText(plan)).digest('hex');
  sums.set(plan, sum);
  return sum;
}

import { setTimeout as sleep } from 'node:timers/promises';
import { readSnapshot } from '../../src/snapshot/read.ts';
import type { Snapshot, SnapshotChange } from '../../src/snapshot/snapshot.ts';
import { wordsFor } from '../../src/words/words.ts';
import { deployedFingerprint, markOf, markPath, readMark, untold, writeMark } from '../deployed.ts';
import { type Options, planPath } from '../options.ts';
import { digestOfPlan } from './digest-of-plan.ts';
import { messageFor } from './messages.ts';
import { send } from './send.ts';
import { webhookOf } from './webhook.ts';

/**
 * To be called once a site is out: marks the pulled plan as deployed, and tells people what is new in it, where the
 * environment names a webhook. That they are not told is said, and fails nothing.
 */
export async function tellPeople(options: Options, say: (line: string) => void): Promise<void> {
  const plan = readSnapshot(planPath(options));
  const mark = markPath(options.data);
  const last = readMark(mark);
  const why = await tell(plan, untold(plan, last), say);
  const next = markOf(plan, deployedFingerprint(planPath(options), process.env));
  // What could not be told is news the next time too.
  const known = why === null || last === null ? next : { ...next, day: last.day, told: last.told };
  writeMark(mark, known);
}

/** @returns null where people were told or want no message; else why they were not */
async function tell(
  plan: Snapshot,
  changes: readonly SnapshotChange[],
  say: (line: string) => void,
): Promise<string | null> {
  const { asOf, settings } = plan;
  try {
    const webhook = webhookOf(process.env);
    if (webhook === null) return null;
    const words = wordsFor(settings.locale);
    const news = {
      digest: digestOfPlan(plan, changes),
      asOf,
      link: linkOf(process.env),
      words: words.digest,
    };
    const why = await send(webhook, messageFor(webhook.format, news), {
      now: () => Date.now(),
      sleep: (milliseconds) => sleep(milliseconds),
      random: () => Math.random(),
    });
    say(why === null ? 'Told the webhook.' : `The webhook was not told. ${why}`);
    return why;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    say(`The webhook was not told. ${why}`);
    return why;
  }
}

/** The address of the site, as the environment tells it. */
function linkOf(env: Readonly<Record<string, string | undefined>>): string | null {
  const site = env.MILEPOST_SITE ?? '';
  if (!URL.canParse(site)) return null;
  const link = new URL(env.MILEPOST_BASE || '/', site);
  return /^https?:$/.test(link.protocol) ? link.href : null;
}

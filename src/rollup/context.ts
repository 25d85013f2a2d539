import type { Day } from '../grid/day.ts';
import type { Promises } from '../history/promises.ts';
import type { Declared, Settings } from '../plan/plan.ts';
import { reaches } from './measure.ts';
import type { Reason, Wording } from './wording.ts';

/** What every roll-up needs beside the rows. */
export interface Context {
  readonly asOf: Day;
  readonly settings: Settings;
  readonly promises: Promises;
  readonly words: Wording;
}

/** A status that the rules work out; dropped and done are typed. */
export type Status = Declared | 'not started' | 'done' | 'dropped';

export interface Verdict {
  readonly status: Status;
  /** The most serious first. */
  readonly reasons: readonly Reason[];
}

/** How far something is against how far it should be. */
export interface Standing {
  readonly progress: number;
  readonly expected: number;
  /** Expected less progress: above 0 is behind. */
  readonly gap: number;
}

/** The reason that a gap gives, and how bad it is; null where it gives none. */
export function gapReason(
  standing: Standing,
  { settings, words }: Context,
): { off: boolean; reason: Reason } | null {
  const { progress, expected, gap } = standing;
  const off = reaches(gap, settings.offTrackFrom);
  if (!off && !reaches(gap, settings.atRiskFrom)) return null;
  const text = words.say.behind(words.percent(progress), words.percent(expected));
  return { off, reason: { code: 'behind', text } };
}

/** Less than a percentage point either way is on pace: no more is shown. */
const ONE_POINT = 0.01;

/** What an on-track status stands on. */
export function paceReason({ progress, expected, gap }: Standing, { words }: Context): Reason {
  const figures = [words.percent(progress), words.percent(expected)] as const;
  if (reaches(-gap, ONE_POINT)) return { code: 'ahead', text: words.say.ahead(...figures) };
  if (reaches(gap, ONE_POINT)) return { code: 'near-pace', text: words.say.nearPace(...figures) };
  return { code: 'on-pace', text: words.say.onPace(...figures) };
}

/** Appends that the owner says otherwise, where the owner does. The computed status stands. */
export function againstDeclared(
  { status, reasons }: Verdict,
  declared: Declared | null,
  words: Wording,
): Verdict {
  if (declared === null || declared === status) return { status, reasons };
  return {
    status,
    reasons: [
      ...reasons,
      {
        code: 'declared-differs',
        text: words.say.declaredDiffers(words.status(declared), words.status(status)),
      },
    ],
  };
}

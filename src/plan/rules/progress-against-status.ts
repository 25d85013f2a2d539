import { said } from '../../grid/said.ts';
import type { Milestone } from '../plan.ts';
import type { Finding } from '../report.ts';
import type { Rule } from '../rules.ts';
import { isUndecided } from '../statuses.ts';
import { liveMilestones, problemIn } from './live-rows.ts';

/** A milestone whose typed progress says something else than its status. */
export const progressAgainstStatus: Rule = (plan) =>
  liveMilestones(plan).flatMap((live) => {
    const found = contradiction(live.row);
    if (found === null) return [];
    return [problemIn(live, { code: 'progress-against-status', ...found }, 'progress')];
  });

/** A blank status is no statement, nor is TBD, so that progress alone does not contradict it until it is complete. */
function contradiction(milestone: Milestone): Pick<Finding, 'message' | 'fix'> | null {
  const { state, typedProgress: progress, source } = milestone;
  if (progress === null) return null;
  const percent = said`${+(progress * 100).toFixed(1)} %`;
  if (state === 'done' && progress < 1) {
    return {
      message: said`The milestone is done, but its progress says ${percent}.`,
      fix: said`Write 100 %, or clear the progress; or reopen the milestone.`,
    };
  }
  if (state !== 'done' && progress === 1) {
    return {
      message: said`The progress says 100 %, but the milestone is not done.`,
      fix: said`Set its status to done and write the day into Done on, or write a lower progress.`,
    };
  }
  const status = source.shown.status ?? '';
  if (state === 'not started' && progress > 0 && status !== '' && !isUndecided(status)) {
    return {
      message: said`The milestone is not started, but its progress says ${percent}.`,
      fix: said`Set its status to in progress, or clear the progress.`,
    };
  }
  return null;
}

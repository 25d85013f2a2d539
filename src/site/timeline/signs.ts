import { status as statusOf } from '../../snapshot/published.ts';
import type { Status } from '../../snapshot/snapshot.ts';
import type { Lane } from './lanes.ts';

const ORDER: readonly Status[] = statusOf.options;

/** Which signs drawings have, so that nothing is explained that is not there. */
export interface Signs {
  readonly statuses: readonly Status[];
  /** Milestones past their day, and still open. */
  readonly late: boolean;
  readonly slip: boolean;
  readonly crossing: boolean;
  readonly forecast: boolean;
}

/** The signs of lanes; of a drawing in the short form, which has none of these lanes, all that there may be. */
export function signsOf(lanes: readonly Lane[] | null): Signs {
  if (lanes === null) {
    const statuses = ORDER.filter((status) => status !== 'dropped');
    return { statuses, late: true, slip: true, crossing: true, forecast: true };
  }
  const marks = lanes.flatMap((lane) => lane.marks);
  const found = new Set([...lanes, ...marks].map(({ status }) => status));
  return {
    statuses: ORDER.filter((status) => found.has(status)),
    late: marks.some(({ lateTo }) => lateTo !== null),
    slip: marks.some(({ slip }) => slip !== null),
    crossing: lanes.some(({ crossings }) => crossings.length > 0),
    forecast: marks.some(({ window }) => window !== null),
  };
}

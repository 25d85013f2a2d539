import type { SnapshotMilestone } from '../../snapshot/snapshot.ts';
import { isOpen } from '../overview.ts';
import type { Placer } from './placer.ts';
import { snapshotDay } from './snapshot-day.ts';

/** From the day of even odds to the day that is 85 % sure, as places on the axis. */
export interface ForecastWindow {
  readonly from: number;
  readonly to: number;
  /** Whether it goes on beyond the drawing. */
  readonly isOpen: boolean;
}

/** Only where a milestone may come late: elsewhere it would say no more than the status does. */
export function forecastWindow(milestone: SnapshotMilestone, { axis }: Placer): ForecastWindow | null {
  const { forecast, due } = milestone;
  if (forecast === null || forecast.p50 === null || !isOpen(milestone)) return null;
  if (forecast.p85 !== null && forecast.p85 <= due) return null;
  const from = snapshotDay(forecast.p50);
  const until = forecast.p85 === null ? null : snapshotDay(forecast.p85);
  if (from >= axis.to) return null;
  const isBeyond = until === null || until > axis.to;
  return { from: axis.x(from), to: axis.x(isBeyond ? axis.to : until), isOpen: isBeyond };
}

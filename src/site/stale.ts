import type { Snapshot } from '../snapshot/snapshot.ts';

/** A workbook that could not be reached, so that the site shows it as it was. */
export interface StaleSource {
  readonly name: string;
  /** When its values were read, in the plan's time zone: `12 June 2026 at 06:07 CEST`. */
  readonly since: string;
  readonly why: string;
}

/**
 * The workbooks that are not current, of those that feed a page.
 * @param names the workbooks that feed it; all, where it is not known
 */
export function staleSources(
  plan: Pick<Snapshot, 'sources' | 'settings'>,
  locale: string,
  names: readonly string[] | null = null,
): StaleSource[] {
  const stale = plan.sources.filter(
    (source) => source.stale !== null && (names === null || names.includes(source.name)),
  );
  // Every page asks, and making a format takes long.
  if (stale.length === 0) return [];
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'long',
    timeZone: plan.settings.timeZone,
  });
  return stale.flatMap(({ name, stale: state }) =>
    state === null
      ? []
      : [{ name, since: moment.format(new Date(state.since)).replace(/:\d\d(?=\s|$)/, ''), why: state.why }],
  );
}

/** What a wall is to show, as it is chosen: empty where nothing is. */
export interface Choice {
  /** IDs of teams; none for all. */
  readonly teams: readonly string[];
  /** Sorts of slides in their order. */
  readonly kinds: readonly string[];
  /** All sorts of slides there are, in the order in which they come by themselves. */
  readonly allKinds: readonly string[];
  readonly seconds: string;
  readonly theme: string;
  readonly locale: string;
  readonly night: string;
  readonly review: boolean;
  readonly minutes: string;
}

/**
 * The whole address of a wall that shows what was chosen. What is as by default is left out, so that the address stays
 * short enough to be typed with a remote.
 * @param wall the wall's own address
 */
export function wallAddress(wall: string, choice: Choice): string {
  const { teams, kinds, allKinds, seconds, theme, locale, night, review, minutes } = choice;
  const isOrdered = kinds.length === 0 || kinds.join() === allKinds.join();
  const parts = [
    review && 'review',
    teams.length > 0 && `teams=${teams.map(encodeURIComponent).join(',')}`,
    !review && !isOrdered && `slides=${kinds.join(',')}`,
    !review && seconds !== '' && `seconds=${encodeURIComponent(seconds)}`,
    theme !== 'dark' && `theme=${theme}`,
    locale !== '' && `locale=${encodeURIComponent(locale)}`,
    night !== '' && `night=${encodeURIComponent(night)}`,
    review && minutes !== '' && `minutes=${encodeURIComponent(minutes)}`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? wall : `${wall}?${parts.join('&')}`;
}

/** What a key or a button asks of the wall. */
type Command = 'next' | 'previous' | 'hold' | 'full' | 'help' | 'review' | 'first' | 'last';

const KEYS: readonly (readonly [Command, string])[] = [
  ['next', 'ArrowRight,ArrowDown,PageDown,MediaTrackNext,ChannelUp'],
  ['previous', 'ArrowLeft,ArrowUp,PageUp,MediaTrackPrevious,ChannelDown'],
  ['hold', ' ,Enter,MediaPlayPause,Pause'],
  ['first', 'Home'],
  ['last', 'End'],
  ['full', 'f'],
  ['review', 'r'],
  ['help', '?,h'],
];

/** The command of a key, by keyboard or remote, or the digit that it is; null where it means nothing here, or belongs to the browser. */
export function commandOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>,
): string | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  if (/^\d$/.test(event.key)) return event.key;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return KEYS.find(([, keys]) => keys.split(',').includes(key))?.[0] ?? null;
}

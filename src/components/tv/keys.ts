/** What a key or a button asks of the wall. */
type Command = 'next' | 'previous' | 'hold' | 'full' | 'help' | 'close' | 'review' | 'first' | 'last';

const KEYS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['ArrowRight', 'next'],
  ['ArrowDown', 'next'],
  ['PageDown', 'next'],
  ['MediaTrackNext', 'next'],
  ['ChannelUp', 'next'],
  ['ArrowLeft', 'previous'],
  ['ArrowUp', 'previous'],
  ['PageUp', 'previous'],
  ['MediaTrackPrevious', 'previous'],
  ['ChannelDown', 'previous'],
  [' ', 'hold'],
  ['Enter', 'hold'],
  ['MediaPlayPause', 'hold'],
  ['Pause', 'hold'],
  ['Home', 'first'],
  ['End', 'last'],
  ['f', 'full'],
  ['r', 'review'],
  ['?', 'help'],
  ['h', 'help'],
  ['Escape', 'close'],
]);

/** The command of a key, by keyboard or remote, or the digit that it is; null where it means nothing here, or belongs to the browser. */
export function commandOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>,
): string | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  if (/^\d$/.test(event.key)) return event.key;
  return KEYS.get(event.key.length === 1 ? event.key.toLowerCase() : event.key) ?? null;
}

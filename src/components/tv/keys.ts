/** What a key or a button asks of the wall. */
export type Command = { readonly does: Plain } | { readonly does: 'digit'; readonly digit: number };

type Plain = 'next' | 'previous' | 'hold' | 'full' | 'help' | 'close' | 'review' | 'first' | 'last';

const KEYS: ReadonlyMap<string, Plain> = new Map<string, Plain>([
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

/** The command of a key, by keyboard or remote; null where it means nothing here, or belongs to the browser. */
export function commandOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>,
): Command | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  if (/^\d$/.test(event.key)) return { does: 'digit', digit: Number(event.key) };
  const does = KEYS.get(event.key.length === 1 ? event.key.toLowerCase() : event.key);
  return does === undefined ? null : { does };
}

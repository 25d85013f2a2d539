/** What the place where a report is read can show. */
export interface Terminal {
  /** In columns; infinite where lines need not be broken, as in a file. */
  readonly width: number;
  readonly colour: boolean;
  /** Whether a text may be a link (OSC 8). Programs that do not know them show the text alone. */
  readonly links: boolean;
}

export type Environment = Readonly<Record<string, string | undefined>>;

interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** What a file or a pipe can show. */
export const NO_TERMINAL: Terminal = { width: Number.POSITIVE_INFINITY, colour: false, links: false };

/**
 * What a stream can show. Colour: as `FORCE_COLOR` says (0 or false for none), else none with `NO_COLOR`, else where the
 * stream is a terminal that is not dumb.
 */
export function terminalOf(stream: Stream, env: Environment): Terminal {
  const isAble = stream.isTTY === true && env.TERM !== 'dumb';
  const forced = env.FORCE_COLOR;
  const wished = forced === undefined ? !env.NO_COLOR && isAble : !/^(0|false)$/.test(forced);
  const width = stream.isTTY === true ? stream.columns || 80 : Number.POSITIVE_INFINITY;
  return { width: Math.max(width, 20), colour: wished, links: isAble };
}

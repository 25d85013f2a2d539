import { plain } from './report/plain.ts';

/** Where a command's words for people go, and what is known of it. */
export interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Tells what a command waits for, from the moment when it takes longer than people wait in silence. */
export interface Progress {
  /** The progress of one of several things that go on at the same time. */
  of(index: number): (what: string) => void;
  /** All is done: the live line goes. */
  end(): void;
}

const SILENT_MILLISECONDS = 1_000;
const LIVE_MILLISECONDS = 200;
/** In a log, no more than a line in so long a time. */
const LOG_MILLISECONDS = 5_000;

/** On a terminal a live line; elsewhere, as in a log, plain lines. Nothing at all where it ends within a second. */
export function tellProgress(stream: Stream): Progress {
  const states = new Map<number, string>();
  const start = Date.now();
  const isLive = stream.isTTY === true;
  let told = '';
  const tell = (): void => {
    const text = [...states.values()].map(plain).join(' · ');
    if (text === '' || (!isLive && text === told)) return;
    told = text;
    const line = `${Math.round((Date.now() - start) / 1000)} s: ${text}`;
    const width = Math.max(20, (stream.columns ?? 80) - 1);
    stream.write(isLive ? `\r\u001b[2K${line.slice(0, width)}` : `${line}\n`);
  };
  let timer: NodeJS.Timeout = setTimeout(() => {
    tell();
    timer = setInterval(tell, isLive ? LIVE_MILLISECONDS : LOG_MILLISECONDS);
    timer.unref();
  }, SILENT_MILLISECONDS);
  timer.unref();
  return {
    of: (index) => (what) => {
      states.set(index, what);
    },
    end() {
      clearTimeout(timer);
      clearInterval(timer);
      if (isLive && told !== '') stream.write('\r\u001b[2K');
    },
  };
}

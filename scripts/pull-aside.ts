import { Worker } from 'node:worker_threads';
import type { Options } from './options.ts';
import type { Basis } from './pipeline.ts';
import type { Stream } from './progress.ts';
import { receivedFault, type SentFault } from './sent-fault.ts';

/** What the thread that pulls is asked. */
export interface Asked {
  readonly options: Options;
  /** What is known of the stream for errors. */
  readonly terminal: Pick<Stream, 'isTTY' | 'columns'>;
}

/** What it tells: a line to say, a text for the stream for errors, and at the end what the plan stands on or what stopped it. */
export type Told =
  | { readonly said: string }
  | { readonly text: string }
  | { readonly basis: Basis }
  | { readonly fault: SentFault };

/**
 * Pulls the plan and keeps it as `pullAndKeep` does, in a thread of its own: other work can go on meanwhile, and
 * what a large workbook takes of memory is free for what this process does next. No other work may change the current folder.
 */
export function pullAside(options: Options, say: (line: string) => void): Promise<Basis> {
  const { isTTY, columns } = process.stderr;
  const workerData: Asked = { options, terminal: { isTTY, columns } };
  const thread = new Worker(new URL('./pull-thread.ts', import.meta.url), { workerData });
  return new Promise((done, failed) => {
    thread.on('message', (told: Told) => {
      if ('said' in told) say(told.said);
      else if ('text' in told) process.stderr.write(told.text);
      else if ('basis' in told) done(told.basis);
      else failed(receivedFault(told.fault));
    });
    thread.on('error', failed);
    thread.on('exit', (code) => failed(new Error(`The thread that pulls the plan ended with ${code}.`)));
  });
}

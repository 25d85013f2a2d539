/** The thread in which `pullAside` pulls the plan and keeps it. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Asked, Told } from './pull-aside.ts';
import { sentFault } from './sent-fault.ts';
import { pullAndKeep } from './store.ts';

const port = parentPort;
if (port === null) throw new Error('pull-thread.ts is a thread, not a command');
const tell = (told: Told) => port.postMessage(told);
const { options, terminal }: Asked = workerData;

try {
  const errors = { ...terminal, write: (text: string) => tell({ text }) };
  tell({ basis: await pullAndKeep(options, (said) => tell({ said }), errors) });
} catch (error) {
  tell({ fault: sentFault(error) });
}

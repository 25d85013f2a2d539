import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** A process that owns a lock or a folder: by its number alone it could be mistaken for a later one. */
export interface Owner {
  readonly pid: number;
  /** A sum of when it started; empty where the system does not tell. */
  readonly started: string;
  /** A sum of the name of the machine, or container, that it runs on. */
  readonly host: string;
}

/** This process. */
export function thisProcess(): Owner {
  own ??= { pid: process.pid, started: startOf(process.pid) ?? '', host: sum(hostname()) };
  return own;
}

let own: Owner | null = null;

/** Whether a process still runs; null for one of another machine, of which nothing can be known here. */
export function runs({ pid, started, host }: Owner): boolean | null {
  if (host !== thisProcess().host) return null;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const found = startOf(pid);
  return started === '' || found === null || found === started;
}

/** An owner as part of a file's name. */
export function ownerName({ pid, started, host }: Owner): string {
  return `${pid}-${started || 'x'}-${host}`;
}

/** The owner that a file's name ends with; null where it names none. */
export function ownerIn(name: string): Owner | null {
  const [, pid = '', started = '', host = ''] = /(\d+)-([0-9a-f]{12}|x)-([0-9a-f]{12})$/.exec(name) ?? [];
  return pid === '' ? null : { pid: Number(pid), started: started === 'x' ? '' : started, host };
}

/** A sum of when a process started, empty where it has ended; null where nobody tells, as of another user's. */
function startOf(pid: number): string | null {
  if (process.platform === 'linux') {
    try {
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8');
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The name of the program stands in parentheses and may hold anything; what counts comes after it.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      // A process that was killed and that nobody has asked after yet is a zombie: it does nothing any more.
      return fields[0] === 'Z' ? '' : sum(boot + fields[19]);
    } catch {
      return null;
    }
  }
  if (process.platform === 'win32') return null;
  const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout?.trim() ? sum(stdout.trim()) : null;
}

function sum(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

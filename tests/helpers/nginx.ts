import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The path of an nginx: one that is installed, else, for root on Debian, one that it installs. Null where none can be had. */
export function findOrInstallNginx(): string | null {
  const found = findNginx();
  if (found !== null) return found;
  const say = (line: string) => process.stderr.write(`${line}\n`);
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    say('There is no nginx here: installing nginx-light with apt-get for the tests of a server.');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (...args: string[]) =>
      spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env }).status === 0;
    if (apt('update', '-q')) apt('install', '-q', '-y', '--no-install-recommends', 'nginx-light');
  }
  const now = findNginx();
  if (now === null)
    say('There is no nginx here: the tests of a server are skipped. Install nginx to run them.');
  return now;
}

function findNginx(): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, 'nginx')).find((path) => existsSync(path)) ?? null;
}

export interface RunningNginx {
  readonly origin: string;
  stop(): Promise<void>;
}

/** Runs nginx on a free port of loopback. @param site what stands in a file of its folder conf.d, listening on port 80 */
export async function runNginx(nginx: string, folder: string, site: string): Promise<RunningNginx> {
  const port = await freePort();
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  mkdirSync(join(folder, 'logs'), { recursive: true });
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  );
  writeFileSync(
    join(folder, 'nginx.conf'),
    [
      `${user} daemon off; worker_processes 2; pid ${join(folder, 'nginx.pid')};`,
      `error_log ${join(folder, 'logs/error.log')}; events {}`,
      `http { access_log off; sendfile on; ${temp.join(' ')}`,
      site.replace('listen 80;', `listen 127.0.0.1:${port};`),
      '}',
    ].join('\n'),
  );
  const child = spawn(nginx, ['-p', folder, '-e', 'logs/start.log', '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const origin = `http://127.0.0.1:${port}`;
  await answers(origin, child, () => said);
  return {
    origin,
    stop: () =>
      new Promise((done) => {
        child.on('close', () => done());
        child.kill('SIGQUIT');
      }),
  };
}

async function answers(origin: string, child: ChildProcess, said: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(said());
    try {
      await fetch(origin);
      return;
    } catch {
      await sleep(20);
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') fail(new Error('no port'));
        else done(address.port);
      });
    });
  });
}

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { PROJECT } from './project.ts';

const ON_THE_PATH = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome'];
const AT_HOME = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The path of a Chrome or Chromium: the one that MILEPOST_BROWSER names, else one that is installed, else one that it
 * installs with Debian's package manager (as root) or with Playwright. Null where none can be had; it says why.
 */
export function findOrInstallBrowser(say: (line: string) => void): string | null {
  const found = findBrowser();
  if (found !== null) return found;
  const debian = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  say(
    `There is no Chrome or Chromium here: installing one with ${debian ? 'apt-get' : 'Playwright'} for the browser tests.`,
  );
  const installed = debian ? installWithApt() : installWithPlaywright();
  const now = installed ? findBrowser() : null;
  if (now === null)
    say('That failed. Install Chrome or Chromium, or name one in MILEPOST_BROWSER, and try again.');
  return now;
}

function findBrowser(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [
    process.env.MILEPOST_BROWSER ?? '',
    ...ON_THE_PATH.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...AT_HOME,
    chromium.executablePath(),
  ];
  return candidates.find((path) => path !== '' && existsSync(path)) ?? null;
}

function installWithApt(): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env }).status === 0;
  return apt('update', '-q') && apt('install', '-q', '-y', '--no-install-recommends', 'chromium');
}

function installWithPlaywright(): boolean {
  const cli = join(PROJECT, 'node_modules', 'playwright-core', 'cli.js');
  return spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 2, 2] }).status === 0;
}

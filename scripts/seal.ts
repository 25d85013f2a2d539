import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  keysOf,
  masterOf,
  ROUNDS,
  SEAL_VERSION,
  type SealKeys,
  saltOf,
  sealBytes,
  sealedName,
} from '../src/site/seal/keys.ts';
import { UsageFault } from './fault.ts';
import { PROJECT } from './project.ts';
import { filesBelow } from './sums.ts';

/** How a site is sealed. The passphrase itself is gone by now. */
export interface Seal {
  readonly keys: SealKeys;
  readonly salt: string;
}

/** Files that hold nothing of a plan, and are published as they are. Whatever else there is or will be is sealed. */
const OPEN = /^(?:_assets\/.*|icon\.svg|manifest\.webmanifest|robots\.txt|theme\.js|unlock\/index\.html)$/;
/** Those that only programs ask for, which have no passphrase. */
const LEFT_OUT = /(?:\.ics|\.xml|\.png)$|^tv-worker\.js$/;
/** Lengths are rounded up to this, in bytes, so that they tell little. */
const ROUND = 1024;
const LEAST_LENGTH = 16;
const LEAST_DIFFERENT = 8;

type Environment = Record<string, string | undefined>;

/**
 * How a command's site is to be sealed; null where it is not asked for. Throws a UsageFault where one of flag and
 * passphrase is there without the other, as nobody who set a passphrase means to publish for all; see `takeSeal` for more.
 */
export async function sealFor(
  { passphrase }: { readonly passphrase: boolean },
  env: Environment,
): Promise<Seal | null> {
  if (passphrase) return takeSeal(env);
  const isSet = Boolean(env.MILEPOST_PASSPHRASE?.trim());
  delete env.MILEPOST_PASSPHRASE;
  delete env.MILEPOST_SEALED;
  if (!isSet) return null;
  throw new UsageFault(
    'MILEPOST_PASSPHRASE is set, but without --passphrase the site would be there for all to read.',
    'Add --passphrase to encrypt it; or take MILEPOST_PASSPHRASE out of the environment and of .env.',
  );
}

/**
 * Takes the passphrase out of the environment, and the keys out of the passphrase. What it leaves in the environment is
 * public: by `MILEPOST_SEALED` pages know that they will be sealed, and sums tell one passphrase from another. Throws a
 * UsageFault where it is missing or can be guessed.
 */
async function takeSeal(env: Environment): Promise<Seal> {
  const { MILEPOST_PASSPHRASE: passphrase = '', MILEPOST_SITE: site, MILEPOST_BASE: base = '/' } = env;
  delete env.MILEPOST_PASSPHRASE;
  delete env.MILEPOST_SEALED;
  refuseWeak(passphrase);
  if (site === undefined || !URL.canParse(site)) {
    throw new UsageFault(
      '--passphrase needs to know where the site will be: its address goes into the key, so that guesses against one site are none against another.',
      'Set MILEPOST_SITE, such as https://plan.example.com, in the environment or in .env.',
    );
  }
  const salt = saltOf(new URL(base.replace(/\/*$/, '/'), site).href);
  const keys = await keysOf(await masterOf(passphrase, salt));
  env.MILEPOST_SEALED = keys.id;
  return { keys, salt };
}

function refuseWeak(passphrase: string): void {
  const fix =
    'Set MILEPOST_PASSPHRASE to five or more words chosen at random, in the environment or in .env; never as an argument.';
  const typed = passphrase.trim();
  if (typed === '')
    throw new UsageFault('--passphrase finds no MILEPOST_PASSPHRASE in the environment.', fix);
  if (typed.length < LEAST_LENGTH || new Set(typed.toLowerCase()).size < LEAST_DIFFERENT) {
    const need = `at least ${LEAST_LENGTH} characters, ${LEAST_DIFFERENT} of them different`;
    throw new UsageFault(`MILEPOST_PASSPHRASE is too easy to guess: it needs ${need}.`, fix);
  }
}

/**
 * Seals a site that was made: every file but the few that hold nothing of the plan goes under a name, and into a content,
 * that only the passphrase opens. Feeds and pictures for links are left out. Its first page is the one where the
 * passphrase is typed, and so is the one for addresses that the host does not know.
 */
export async function sealSite(folder: string, { keys, salt }: Seal): Promise<void> {
  const files = filesBelow(folder);
  if (!files.includes('unlock/index.html')) throw new Error('the site has no page to unlock it');
  mkdirSync(join(folder, 'sealed'));
  for (const path of files) {
    if (OPEN.test(path)) continue;
    const from = join(folder, path);
    if (!LEFT_OUT.test(path)) {
      const sealed = await sealBytes(keys, path, frame(readFileSync(from)));
      writeFileSync(join(folder, 'sealed', `${await sealedName(keys, path)}.bin`), sealed);
    }
    rmSync(from);
  }
  removeEmpty(folder);
  for (const page of ['index.html', '404.html'])
    copyFileSync(join(folder, 'unlock/index.html'), join(folder, page));
  copyFileSync(join(PROJECT, 'src/site/seal/worker.js'), join(folder, 'seal-worker.js'));
  const told = { version: SEAL_VERSION, id: keys.id, rounds: ROUNDS, salt };
  writeFileSync(join(folder, 'seal.json'), `${JSON.stringify(told)}\n`);
  refuseRemains(folder);
}

/** What is compressed, its length before it, and nothing up to a round length. */
function frame(content: Uint8Array): Uint8Array<ArrayBuffer> {
  const packed = gzipSync(content, { level: 9 });
  // The head names the system that packed it: 255 is "unknown".
  packed[9] = 255;
  const framed = new Uint8Array(Math.ceil((4 + packed.length) / ROUND) * ROUND);
  new DataView(framed.buffer).setUint32(0, packed.length);
  framed.set(packed, 4);
  return framed;
}

/** The names of folders are names of teams and people. */
function removeEmpty(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const path = join(folder, entry.name);
    removeEmpty(path);
    if (readdirSync(path).length === 0) rmdirSync(path);
  }
}

/** A site that is sealed in part is none. */
function refuseRemains(folder: string): void {
  const sealed = /^(?:sealed\/[0-9a-f]{32}\.bin|index\.html|404\.html|seal\.json|seal-worker\.js)$/;
  const [remains] = filesBelow(folder).filter((path) => !OPEN.test(path) && !sealed.test(path));
  if (remains !== undefined) throw new Error(`${remains} would be published as it is in a sealed site`);
}

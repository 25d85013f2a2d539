/*
 * Opens a sealed site: answers for each of its pages and files with what it finds under the file's sealed name. It has keys
 * that cannot be read out, put into the browser's database by the page where the passphrase is typed. Without them, or
 * once the passphrase is another, every page is that page. What was fetched is kept, still sealed, for when there is no
 * network. It copies what `keys.ts` says of names and frames, as a worker at the top of a site cannot import it.
 */
const DATABASE = 'milepost-seal';
const CACHE = 'milepost-seal';
const NONCE_BYTES = 12;
const NAME_BYTES = 16;
/** Unless a browser is to stay unlocked, it locks itself after so many hours without use. */
const HOURS = 12;
const HOUR = 3_600_000;
/** Files that are as they are: see `scripts/seal.ts`. */
const OPEN =
  /^(?:_assets\/|sealed\/|unlock\/|(?:icon\.svg|manifest\.webmanifest|robots\.txt|theme\.js|seal\.json|seal-worker\.js)$)/;
const TYPES = {
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  js: 'text/javascript',
};
const ROOT = new URL('./', location.href).pathname;

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || !pathname.startsWith(ROOT)) return;
  const path = pathname.slice(ROOT.length);
  if (!OPEN.test(path)) event.respondWith(answer(request, path));
  else if (!/^(?:seal|sealed\/)/.test(path)) event.respondWith(openFile(request, path));
});

/** Styles, scripts and fonts never change under one name; the rest is asked for, and kept for when there is no network. */
async function openFile(request, path) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, { ignoreSearch: true });
  if (kept && path.startsWith('_assets/')) return kept;
  try {
    const response = await fetch(request);
    if (response.ok && !response.redirected) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

async function answer(request, path) {
  const keys = await readKeys();
  if (keys === null) return locked(request);
  const file = fileOf(path);
  const found = await sealedFile(keys, file, request.cache);
  if (found === 'unreachable') return Response.error();
  if (found !== null) return reply(found, file, 200);
  if (!(await isCurrent(keys))) {
    await forget();
    return locked(request);
  }
  const missing = await sealedFile(keys, '404.html', 'default');
  return missing === null || missing === 'unreachable'
    ? new Response('', { status: 404 })
    : reply(missing, '404.html', 404);
}

function fileOf(path) {
  let plain = path;
  try {
    plain = decodeURIComponent(path);
  } catch {
    // An address that no file has.
  }
  return plain === '' || plain.endsWith('/') ? `${plain}index.html` : plain;
}

function reply({ bytes, headers }, file, status) {
  const type = TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  const kept = new Headers();
  for (const name of [
    'content-security-policy',
    'referrer-policy',
    'permissions-policy',
    'x-frame-options',
  ]) {
    const value = headers.get(name);
    if (value !== null) kept.set(name, value);
  }
  kept.set('content-type', type);
  return new Response(bytes, { status, headers: kept });
}

/** A file, opened; null where there is none that these keys open, `unreachable` where neither network nor cache has it. */
async function sealedFile(keys, file, cacheMode) {
  const address = `${ROOT}sealed/${await nameOf(keys, file)}.bin`;
  const cache = await caches.open(CACHE);
  let response;
  try {
    response = await fetch(address, {
      cache: cacheMode === 'no-cache' || cacheMode === 'reload' ? cacheMode : 'default',
    });
    if (response.status >= 500 || response.redirected) throw new Error(String(response.status));
  } catch {
    response = await cache.match(address);
    if (!response) return 'unreachable';
  }
  if (!response.ok) return null;
  const copy = response.clone();
  try {
    const bytes = await open(keys, file, new Uint8Array(await response.arrayBuffer()));
    await cache.put(address, copy);
    return { bytes, headers: response.headers };
  } catch {
    return null;
  }
}

async function nameOf({ names }, file) {
  const sum = await crypto.subtle.sign('HMAC', names, new TextEncoder().encode(file));
  return [...new Uint8Array(sum, 0, NAME_BYTES)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A frame is the length of what is compressed, that, and nothing up to a round length. */
async function open({ content }, file, sealed) {
  const opened = await crypto.subtle.decrypt(
    {
      name: 'AES-GCM',
      iv: sealed.subarray(0, NONCE_BYTES),
      additionalData: new TextEncoder().encode(file),
    },
    content,
    sealed.subarray(NONCE_BYTES),
  );
  const length = new DataView(opened).getUint32(0);
  const packed = new Blob([new Uint8Array(opened, 4, length)]).stream();
  return new Response(packed.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}

/** Whether the site is still sealed with these keys; true where nobody can tell. */
async function isCurrent({ id }) {
  try {
    const response = await fetch(`${ROOT}seal.json`, { cache: 'no-store' });
    return !response.ok || (await response.json()).id === id;
  } catch {
    return true;
  }
}

/** The page where the passphrase is typed, at whatever address; all but pages are refused. */
async function locked(request) {
  if (request.mode !== 'navigate') return new Response('', { status: 403 });
  const address = `${ROOT}unlock/`;
  let response;
  try {
    response = await fetch(address);
  } catch {
    response = await caches.match(address);
    if (!response) return Response.error();
  }
  const headers = new Headers(response.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  return new Response(response.body, { status: 200, headers });
}

function database() {
  return new Promise((done, fail) => {
    const asked = indexedDB.open(DATABASE, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('keys');
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
}

async function inStore(mode, does) {
  const base = await database();
  try {
    return await new Promise((done, fail) => {
      const asked = does(base.transaction('keys', mode).objectStore('keys'));
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => fail(asked.error);
    });
  } finally {
    base.close();
  }
}

async function readKeys() {
  const kept = await inStore('readonly', (store) => store.get(ROOT));
  if (!kept) return null;
  if (kept.until === null) return kept;
  const now = Date.now();
  if (now > kept.until) {
    await forget();
    return null;
  }
  if (kept.until - now < (HOURS - 1) * HOUR)
    await inStore('readwrite', (store) => store.put({ ...kept, until: now + HOURS * HOUR }, ROOT));
  return kept;
}

async function forget() {
  await inStore('readwrite', (store) => store.delete(ROOT));
  await caches.delete(CACHE);
}

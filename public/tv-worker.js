/*
 * Keeps the TV pages that were shown whole, each with its files, and answers from what is kept: a wall comes back after a
 * power cut, offline too. The page itself looks for newer builds and has them kept here. All other pages of the site go to
 * the network as if this were not there.
 */
const PREFIX = 'milepost-tv ';
/** A wall's address, also that in another language. */
const TV = /\/tv\/(?:[a-z]{2}\/)?$/;

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

addEventListener('message', (event) => {
  const [port] = event.ports;
  event.waitUntil(
    keep(event.data).then(
      () => port?.postMessage(true),
      () => port?.postMessage(false),
    ),
  );
});

/** A page, by the text that was found whole, and its files: all or none. */
async function keep({ page, text, files }) {
  const aside = await caches.open(`${PREFIX}aside ${page}`);
  await aside.addAll(files);
  await aside.put(page, new Response(text, { headers: { 'content-type': 'text/html; charset=utf-8' } }));
  const kept = await caches.open(PREFIX + page);
  const wanted = new Set();
  for (const request of await aside.keys()) {
    wanted.add(request.url);
    const answer = await aside.match(request);
    if (answer) await kept.put(request, answer);
  }
  for (const request of await kept.keys()) if (!wanted.has(request.url)) await kept.delete(request);
  await caches.delete(`${PREFIX}aside ${page}`);
}

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') {
    // Also where the page is loaded anew by hand, which asks for no cache.
    if (TV.test(pathname)) event.respondWith(pageFromKept(request));
    return;
  }
  // The page's own looks for a new build go to the network.
  const page = new URL(request.referrer || location.href).pathname;
  if (request.cache !== 'no-cache' && TV.test(page)) event.respondWith(fromKept(request, page));
});

/** By another locale in its address a wall leads on to its page in that language, and it is that which is kept. */
async function pageFromKept(request) {
  const url = new URL(request.url);
  const [language = ''] = (url.searchParams.get('locale') ?? '').toLowerCase().split('-');
  const there = `${url.pathname}${language}/`;
  if (language !== '' && TV.test(there) && (await caches.has(PREFIX + there)))
    return Response.redirect(there + url.search);
  return fromKept(request, url.pathname);
}

async function fromKept(request, page) {
  const name = PREFIX + page;
  if (await caches.has(name)) {
    const kept = await (await caches.open(name)).match(request, { ignoreSearch: true });
    if (kept) return kept;
  }
  return fetch(request);
}

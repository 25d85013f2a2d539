import { filesOf } from './freshness.ts';

/** What a page needs beyond the files that it names: fonts, as far as the browser has told, and pages whose slides it took. */
export const alsoKept = new Set<string>();

/**
 * Has the service worker keep a page that was fetched whole, with all that it needs, so that it comes back without
 * network. Resolves once it is kept; to false where the browser has no service worker here, such as without https.
 * @param text the page's HTML
 */
export async function keepPage(worker: string | undefined, page: Document, text: string): Promise<boolean> {
  // The worker of a sealed site keeps what it opens by itself.
  if (!worker || !('serviceWorker' in navigator)) return false;
  try {
    await navigator.serviceWorker.register(worker);
    const { active } = await navigator.serviceWorker.ready;
    if (active === null) return false;
    const { port1, port2 } = new MessageChannel();
    return await new Promise<boolean>((done) => {
      port1.onmessage = ({ data }) => {
        port1.close();
        done(data === true);
      };
      active.postMessage({ page: location.pathname, text, files: filesToKeep(page) }, [port2]);
    });
  } catch {
    return false;
  }
}

function filesToKeep(page: Document): string[] {
  for (const { name } of performance.getEntriesByType('resource'))
    if (/\.woff2$/.test(name)) alsoKept.add(name);
  // The browser's own list is short, and each look for a new build adds to it.
  performance.clearResourceTimings();
  const files = [...new Set([...filesOf(page), ...alsoKept])];
  return files.filter((file) => new URL(file, location.href).origin === location.origin);
}

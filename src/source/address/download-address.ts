import { Buffer } from 'node:buffer';

/** Paths of share links for workbooks of SharePoint and of OneDrive at work: `g` and `s` say where it lies, `t` that it is in Teams. */
const SHAREPOINT_SHARE = /^\/:x:\/[gst]\//;
/** OneDrive's own share links for workbooks, since its accounts moved to SharePoint. */
const ONEDRIVE_SHARE = /^\/x\/c\/[^/]+\/[^/]+\/?$/;
/** Nextcloud and ownCloud make tokens of 15 characters, and can lie in any folder of a host. */
const NEXTCLOUD_SHARE = /^(?:\/[^/]+)*?\/s\/[A-Za-z0-9]{15}\/?$/;
const DROPBOX_SHARE = /^\/(?:s|scl\/fi)\//;
const GOOGLE_PUBLISHED = /^(\/spreadsheets\/d\/e\/[^/]+)\/pub(?:html)?$/;
const DRIVE_FILE = /^\/file\/d\/([^/]+)/;
const GITHUB_FILE = /^(\/[^/]+\/[^/]+)\/blob\/(.+)$/;

const GRAPH_HOST = 'graph.microsoft.com';

/**
 * The address to ask for what a link leads to: with a token for Microsoft Graph that of Graph, which gives out what is
 * shared within an organization alone; else the download's.
 */
export function addressToAsk(url: URL, hasTokenFor: (host: string) => boolean): URL {
  return (hasTokenFor(GRAPH_HOST) ? graphAddress(url) : null) ?? downloadAddress(url);
}

/**
 * The address under which a workbook itself comes, for the links that people copy from a service and that lead to a page
 * about it; any other address stays what it is. The result never has more in it than the link: no credentials are added.
 */
export function downloadAddress(url: URL): URL {
  const { hostname: host, pathname: path } = url;
  if (host.endsWith('.sharepoint.com') && SHAREPOINT_SHARE.test(path)) return withQuery(url, 'download=1');
  if (host === '1drv.ms' && ONEDRIVE_SHARE.test(path)) return withQuery(url, 'download=1');
  if (/^(?:www\.)?dropbox\.com$/.test(host)) {
    return DROPBOX_SHARE.test(path) ? withParameter(url, 'dl', '1') : url;
  }
  if (host === 'docs.google.com') {
    const published = GOOGLE_PUBLISHED.exec(path)?.[1];
    return published === undefined ? url : new URL(`${published}/pub?output=xlsx`, url.origin);
  }
  if (host === 'drive.google.com') return driveDownload(url);
  if (host === 'github.com') {
    const [, repository, file] = GITHUB_FILE.exec(path) ?? [];
    return file === undefined ? url : new URL(`https://raw.githubusercontent.com${repository}/${file}`);
  }
  if (NEXTCLOUD_SHARE.test(path)) return withPath(url, `${path.replace(/\/$/, '')}/download`);
  return url;
}

/**
 * The address under which Microsoft Graph gives out what a share link of SharePoint or OneDrive leads to, which needs a
 * token; null for other links. The link is encoded as the reference of “Access shared items” describes.
 */
export function graphAddress(url: URL): URL | null {
  const isShare =
    (url.hostname.endsWith('.sharepoint.com') && /^\/:x:\/[a-z]\//.test(url.pathname)) ||
    url.hostname === '1drv.ms' ||
    url.hostname === 'onedrive.live.com';
  if (!isShare) return null;
  const link = `${url.origin}${url.pathname}${url.search}`;
  const token = Buffer.from(link).toString('base64url');
  return new URL(`https://${GRAPH_HOST}/v1.0/shares/u!${token}/driveItem/content`);
}

function driveDownload(url: URL): URL {
  const id =
    DRIVE_FILE.exec(url.pathname)?.[1] ?? (url.pathname === '/open' ? url.searchParams.get('id') : null);
  if (id === null) return url;
  const download = new URL('/uc?export=download', url.origin);
  download.searchParams.set('id', id);
  // Links of some older files have this key, without which Drive does not give them out.
  const key = url.searchParams.get('resourcekey');
  if (key !== null) download.searchParams.set('resourcekey', key);
  return download;
}

function withQuery(url: URL, query: string): URL {
  const changed = new URL(url);
  changed.search = query;
  return changed;
}

function withParameter(url: URL, name: string, value: string): URL {
  const changed = new URL(url);
  changed.searchParams.set(name, value);
  return changed;
}

function withPath(url: URL, path: string): URL {
  const changed = new URL(url);
  changed.pathname = path;
  changed.search = '';
  return changed;
}

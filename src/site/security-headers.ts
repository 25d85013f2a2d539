/**
 * What a page may load and do, as it says itself where a host sends no headers: all that pages load is their own, so the
 * policy names nobody else, and no script or style may stand within a page.
 */
export const PAGE_POLICY = "default-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'";

/** To whom a page tells where a reader came from: addresses hold names. */
export const REFERRER_POLICY = 'same-origin';

/** What a server should send with every file of a site. `frame-ancestors` works as a header alone, not within a page. */
export const SECURITY_HEADERS = {
  'Content-Security-Policy': `${PAGE_POLICY}; frame-ancestors 'none'`,
  'Referrer-Policy': REFERRER_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'X-Robots-Tag': 'noindex',
} as const;

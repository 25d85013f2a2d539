import { describe, expect, test } from 'vitest';
import { programSum, siteFingerprint } from '../../scripts/fingerprint.ts';

describe('the fingerprint of a site', () => {
  test('is the same for the same plan, program and environment', () => {
    expect(siteFingerprint('{}', {})).toBe(siteFingerprint('{}', { HOME: '/home/somebody' }));
    expect(siteFingerprint('{}', {})).toMatch(/^[0-9a-f]{64}$/);
    expect(programSum()).toMatch(/^[0-9a-f]{64}$/);
  });

  test('is another where anything that decides the bytes is another', () => {
    const all = [
      siteFingerprint('{}', {}),
      siteFingerprint('{ }', {}),
      siteFingerprint('{}', { MILEPOST_BASE: '/plan/' }),
      siteFingerprint('{}', { MILEPOST_SITE: '/plan/' }),
      siteFingerprint('{}', { MILEPOST_PASSPHRASE: 'a' }),
      siteFingerprint('{}', { MILEPOST_PASSPHRASE: 'b' }),
      siteFingerprint('{}', {}, ['a']),
      siteFingerprint('{}', {}, ['a', '']),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});

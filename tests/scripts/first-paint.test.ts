import { describe, expect, it } from 'vitest';
import { heldBack } from '../../scripts/first-paint.ts';

describe('the first paint of a wall', () => {
  it('waits for the scripts of its head, and for no others', () => {
    const page = (head: string, body: string) => `<html><head>${head}</head><body>${body}</body></html>`;
    const script = '<script type="module" src="/a.js"></script>';
    const held = '<script type="module" blocking="render" src="/a.js"></script>';
    expect(heldBack(page(script, script))).toBe(page(held, script));
    expect(heldBack(page('', script))).toBe(page('', script));
  });

  it('waits no second time', () => {
    const page = '<html><head><script type="module" src="/a.js"></script></head></html>';
    expect(heldBack(heldBack(page))).toBe(heldBack(page));
  });
});

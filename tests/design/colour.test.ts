import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type ColourToken,
  colourTokens,
  contrast,
  difference,
  hexOf,
  parseHex,
  type Rgb,
  seen,
  VISIONS,
} from '../../src/design/colour.ts';

const tokens = colourTokens(readFileSync('src/styles/tokens.css', 'utf8'));

function token(name: string): ColourToken {
  const found = tokens.find((each) => each.name === name);
  if (!found) throw new Error(`no colour ${name}`);
  return found;
}

const THEMES = ['light', 'dark'] as const;
const GROUNDS = ['ground', 'raised', 'sunken'];
const TEXTS = ['ink', 'ink-soft', 'ink-faint', 'link'];
const STATUSES = ['on-track', 'at-risk', 'off-track', 'done'];

describe('contrast', () => {
  it('is 21 between black and white, 1 of a colour with itself, and the known value in between', () => {
    expect(contrast(parseHex('#000000'), parseHex('#ffffff'))).toBeCloseTo(21, 9);
    expect(contrast(parseHex('#0b726a'), parseHex('#0b726a'))).toBe(1);
    expect(contrast(parseHex('#777777'), parseHex('#ffffff'))).toBeCloseTo(4.48, 2);
  });
});

describe('a vision', () => {
  it('leaves greys as they are', () => {
    for (const vision of VISIONS) expect(hexOf(seen(parseHex('#808080'), vision))).toBe('#808080');
  });

  it('takes red and green together where cones are missing', () => {
    const red: Rgb = [0.8, 0.2, 0.1];
    const green: Rgb = [0.4, 0.5, 0.1];
    expect(difference(seen(red, 'deuteranopia'), seen(green, 'deuteranopia'))).toBeLessThan(
      difference(red, green) / 2,
    );
  });
});

describe('the tokens', () => {
  it('are found with both values, also where one is named by another', () => {
    expect(tokens.length).toBeGreaterThan(20);
    expect(token('waiting-ink').light).toEqual(token('ink-faint').light);
    expect(hexOf(token('ground').dark)).toBe('#111715');
  });

  it.each(THEMES)('keep every text readable on every ground, %s', (theme) => {
    for (const text of [...TEXTS, ...STATUSES.map((status) => `${status}-ink`), 'waiting-ink'])
      for (const ground of GROUNDS)
        expect(
          contrast(token(text)[theme], token(ground)[theme]),
          `${text} on ${ground}`,
        ).toBeGreaterThanOrEqual(4.5);
  });

  it.each(THEMES)('keep the marks of statuses visible on every ground, %s', (theme) => {
    for (const status of [...STATUSES, 'waiting'])
      for (const ground of GROUNDS)
        expect(
          contrast(token(status)[theme], token(ground)[theme]),
          `${status} on ${ground}`,
        ).toBeGreaterThanOrEqual(3);
  });

  it.each(THEMES)('keep what warns on its own wash readable, %s', (theme) => {
    for (const status of ['at-risk', 'off-track'])
      expect(
        contrast(token(`${status}-ink`)[theme], token(`${status}-wash`)[theme]),
        status,
      ).toBeGreaterThanOrEqual(4.5);
  });

  it.each(THEMES)('keep the four statuses apart for every vision, %s', (theme) => {
    // In grey the marks' shapes tell them apart.
    for (const vision of VISIONS.filter((each) => each !== 'grey'))
      for (const [i, one] of STATUSES.entries())
        for (const other of STATUSES.slice(i + 1))
          expect(
            difference(seen(token(one)[theme], vision), seen(token(other)[theme], vision)),
            `${one} and ${other}, ${vision}`,
          ).toBeGreaterThan(0.06);
  });
});

/** Red, green and blue of a colour, each from 0 to 1. */
export type Rgb = readonly [number, number, number];

/** A colour token with its value in light and in dark. */
export interface ColourToken {
  readonly name: string;
  readonly light: Rgb;
  readonly dark: Rgb;
}

/** Ways to see: unhindered, without one of the three sorts of cones, and printed in grey. */
export const VISIONS = ['full', 'protanopia', 'deuteranopia', 'tritanopia', 'grey'] as const;
export type Vision = (typeof VISIONS)[number];

/** The colour tokens of a style sheet, in its order. A token that is another's name has the latter's values. */
export function colourTokens(css: string): ColourToken[] {
  const found = new Map<string, ColourToken>();
  for (const [, name, light, dark, other] of css.matchAll(
    /--([\w-]+):\s*(?:light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)|var\(--([\w-]+)\));/g,
  )) {
    const same = other === undefined ? undefined : found.get(other);
    if (name === undefined) continue;
    if (light !== undefined && dark !== undefined)
      found.set(name, { name, light: parseHex(light), dark: parseHex(dark) });
    else if (same !== undefined) found.set(name, { ...same, name });
  }
  return [...found.values()];
}

/** @param hex `#` and six digits */
export function parseHex(hex: string): Rgb {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [part(1), part(3), part(5)];
}

export function hexOf(rgb: Rgb): string {
  return `#${rgb
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** Contrast of two colours, from 1 to 21, by WCAG 2.2 (relative luminance). */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map(linear);
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** sRGB to linear light (IEC 61966-2-1). */
function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function encoded(part: number): number {
  const held = Math.min(1, Math.max(0, part));
  return held <= 0.0031308 ? held * 12.92 : 1.055 * held ** (1 / 2.4) - 0.055;
}

/** What is left of linear red, green and blue at full severity: Machado, Oliveira and Fernandes, 2009, table 1. */
export const VISION_MATRICES: Readonly<Record<Vision, readonly [Rgb, Rgb, Rgb]>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  grey: [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
};

/** A colour as someone with that vision sees it. */
export function seen(rgb: Rgb, vision: Vision): Rgb {
  const [red, green, blue] = [linear(rgb[0]), linear(rgb[1]), linear(rgb[2])];
  const row = ([r, g, b]: Rgb) => encoded(r * red + g * green + b * blue);
  const [r, g, b] = VISION_MATRICES[vision];
  return [row(r), row(g), row(b)];
}

/** How far two colours look apart: the distance in OKLab (Ottosson, 2020), in which 0.02 is just to be noticed. */
export function difference(one: Rgb, other: Rgb): number {
  const a = oklab(one);
  const b = oklab(other);
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function oklab(rgb: Rgb): Rgb {
  const [r, g, b] = [linear(rgb[0]), linear(rgb[1]), linear(rgb[2])];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

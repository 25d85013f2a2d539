import { describe, expect, it } from 'vitest';
import { timesIn, timesOn } from '../../../src/components/tv/hours.ts';
import { clockFace } from '../../../src/site/tv/clock.ts';

const HOURS = Array.from({ length: 24 }, (_, hour) => `2026-06-17T${String(hour).padStart(2, '0')}:07`);

describe('the face of a clock', () => {
  it.each(['en-GB', 'en-US', 'de-DE', 'fr-FR', 'da-DK', 'fi-FI', 'es-ES', 'bg-BG', 'ja-JP', 'zh-TW'])(
    'shows each hour as %s writes it',
    (locale) => {
      const face = clockFace(locale) ?? [];
      expect(HOURS.map((hour) => timesOn(face)(hour).trimStart())).toEqual(HOURS.map(timesIn(locale)));
    },
  );

  it('has hours that are equally wide', () => {
    const [nine, ten] = ['2026-06-17T09:05', '2026-06-17T10:05'].map(timesOn(clockFace('en-US') ?? []));
    expect(nine).toMatch(/^\u20079:05/);
    expect(ten).toMatch(/^10:05/);
  });

  it('is none where figures are written by other digits', () => {
    expect(clockFace('ar-EG')).toBeNull();
    expect(clockFace('fa-IR')).toBeNull();
  });
});

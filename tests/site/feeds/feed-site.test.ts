import { describe, expect, it } from 'vitest';
import { absolute, feedId } from '../../../src/site/feeds/feed-site.ts';
import { uuid5 } from '../../../src/site/feeds/uuid.ts';
import { feedSite } from '../../helpers/feed-site.ts';
import { plan } from '../../helpers/rows.ts';

describe('a UUID made from a name', () => {
  it('is that of the example in RFC 9562, appendix A.4', () => {
    expect(uuid5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    );
  });
});

describe('the ID of something in a feed', () => {
  const here = feedSite(plan());

  it('stays the same for ever', () => {
    // Changing it would show every reader everything once more.
    expect(feedId(here, 'milestone', 'm1')).toBe('6f681f62-ad55-52e0-b1e6-0ff15b7a1a2c');
  });

  it('tells apart names, sorts and sites', () => {
    const ids = [
      feedId(here, 'milestone', 'm1'),
      feedId(here, 'milestone', 'm2'),
      feedId(here, 'action', 'm1'),
      feedId(here, 'milestone/m1'),
      feedId(feedSite(plan(), { origin: null }), 'milestone', 'm1'),
      feedId(feedSite(plan(), { base: '/sales/' }), 'milestone', 'm1'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a whole address', () => {
  it('is there only where the site’s is known', () => {
    expect(absolute({ origin: null }, '/teams/north/')).toBeNull();
    expect(absolute({ origin: 'https://plan.example.com' }, '/teams/north/')).toBe(
      'https://plan.example.com/teams/north/',
    );
  });

  it('has no letter outside of ASCII', () => {
    expect(absolute({ origin: 'https://plan.example.com' }, '/teams/north/#milestone-søg')).toBe(
      'https://plan.example.com/teams/north/#milestone-s%C3%B8g',
    );
  });
});

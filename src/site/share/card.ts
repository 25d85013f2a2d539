import type { Status } from '../../snapshot/snapshot.ts';

/** What a picture tells whoever is sent a link. */
export interface ShareCard {
  /** The plan, or the team that a goal is of. */
  readonly above: string;
  readonly title: string;
  /** What follows in words, such as why it stands so; empty where there is nothing to say. */
  readonly deck: string;
  /** Null for the whole plan, which has counts instead. */
  readonly status: { readonly status: Status; readonly word: string } | null;
  readonly counts: readonly { readonly status: Status; readonly text: string }[];
  readonly pace: { readonly progress: number; readonly expected: number; readonly text: string } | null;
  /** Figures beside the pace, such as the promises kept. */
  readonly more: string | null;
  readonly below: string;
}

/** The pictures' size, in pixels: what networks and messengers ask for. */
export const CARD = { width: 1200, height: 630 } as const;

/** An element as the renderer takes it: a tag, a style, what is in it. */
export interface Element {
  readonly type: string;
  readonly props: Readonly<Record<string, unknown>>;
}

const INK = '#15201d';
const SOFT = '#47544f';
const LINE = '#dfdcd2';
/** Of each status: its colour and its sign, as on the pages. */
const SIGNS: Readonly<
  Record<Status, { readonly colour: string; readonly path: string; readonly cut: string }>
> = {
  'on track': { colour: '#0b726a', path: 'M0-7.6a7.6 7.6 0 1 1 0 15.2a7.6 7.6 0 1 1 0-15.2Z', cut: '' },
  'at risk': {
    colour: '#bf7600',
    path: 'M0-8.6 9.4 7.4H-9.4Z',
    cut: 'M-1.2-4h2.4L.8 2h-1.6ZM-1.2 3.3h2.4v2.3h-2.4Z',
  },
  'off track': {
    colour: '#b4231a',
    path: 'M-3.5-8.5h7L8.5-3.5v7L3.5 8.5h-7L-8.5 3.5v-7Z',
    cut: 'M-5-1.5H5v3H-5Z',
  },
  done: {
    colour: '#2b4270',
    path: 'M0-8a8 8 0 1 1 0 16a8 8 0 1 1 0-16Z',
    cut: 'M-4.6.3-3.3-1-1 1.3 3.4-3.6 4.8-2.3-1 4Z',
  },
  'not started': {
    colour: '#626d69',
    path: 'M0-7.6a7.6 7.6 0 1 1 0 15.2a7.6 7.6 0 1 1 0-15.2Z',
    cut: 'M0-5.4a5.4 5.4 0 1 1 0 10.8a5.4 5.4 0 1 1 0-10.8Z',
  },
  dropped: {
    colour: '#626d69',
    path: 'M0-7.6a7.6 7.6 0 1 1 0 15.2a7.6 7.6 0 1 1 0-15.2Z',
    cut: 'M-6-1H6v2H-6Z',
  },
};

/** The picture of a card, in the look of the pages. */
export function cardElement(card: ShareCard): Element {
  const long = card.title.length > 60;
  return box(
    {
      boxSizing: 'border-box',
      flexDirection: 'column',
      width: CARD.width,
      height: CARD.height,
      padding: '44px 72px',
      background: '#fbfaf6',
      color: INK,
      fontFamily: 'Atkinson',
    },
    [
      box({ fontSize: 30, color: SOFT, borderBottom: `3px solid ${INK}`, paddingBottom: 20 }, [
        cut(card.above, 70),
      ]),
      box(
        { fontSize: long ? 52 : 72, fontWeight: 600, lineHeight: 1.08, letterSpacing: -1.5, marginTop: 32 },
        [cut(card.title, 110)],
      ),
      ...(card.status === null ? [] : [signed(card.status.status, card.status.word, 44, { marginTop: 20 })]),
      box(
        { flexWrap: 'wrap', marginTop: card.counts.length > 0 ? 32 : 0 },
        card.counts.map(({ status, text }) => signed(status, text, 40, { marginRight: 48 })),
      ),
      box({ fontSize: 32, lineHeight: 1.25, color: SOFT, marginTop: 14 }, [cut(card.deck, long ? 64 : 120)]),
      box({ flexDirection: 'column', marginTop: 'auto' }, [
        ...(card.pace === null ? [] : [paceBar(card.pace, card.status?.status ?? 'on track')]),
        box({ justifyContent: 'space-between', fontSize: 32, marginTop: 18 }, [
          box({}, [card.pace?.text ?? '']),
          box({}, [card.more ?? '']),
        ]),
        box({ fontSize: 26, color: SOFT, marginTop: 18 }, [card.below]),
      ]),
    ],
  );
}

function box(style: object, children: readonly (Element | string)[]): Element {
  return { type: 'div', props: { style: { display: 'flex', ...style }, children } };
}

function signed(status: Status, text: string, size: number, style: object): Element {
  const { colour, path, cut: hole } = SIGNS[status];
  const sign: Element = {
    type: 'svg',
    props: {
      width: size,
      height: size,
      viewBox: '-10 -10 20 20',
      style: { marginRight: 16 },
      children: [
        { type: 'path', props: { d: path, fill: colour } },
        { type: 'path', props: { d: hole || 'M0 0', fill: '#fbfaf6' } },
      ],
    },
  };
  return box({ alignItems: 'center', fontSize: size, fontWeight: 600, color: colour, ...style }, [
    sign,
    text,
  ]);
}

/** The road done, what is missing up to the post, and the post itself. */
function paceBar({ progress, expected }: { progress: number; expected: number }, status: Status): Element {
  const width = CARD.width - 144;
  const { colour } = SIGNS[status];
  const rect = (x: number, wide: number, fill: string, opacity = 1): Element => ({
    type: 'rect',
    props: { x, y: 8, width: Math.max(0, wide), height: 36, fill, opacity },
  });
  const post = Math.round(expected * width);
  const done = Math.round(progress * width);
  return {
    type: 'svg',
    props: {
      width,
      height: 52,
      viewBox: `0 0 ${width} 52`,
      children: [
        rect(0, width, LINE),
        rect(done, post - done, colour, 0.35),
        rect(0, done, colour),
        {
          type: 'rect',
          props: { x: Math.min(width - 6, Math.max(0, post - 3)), y: 0, width: 6, height: 52, fill: INK },
        },
      ],
    },
  };
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

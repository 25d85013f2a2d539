import type { APIRoute, GetStaticPaths } from 'astro';
import { site } from '../../site/plan.ts';
import type { ShareCard } from '../../site/share/card.ts';
import { sharePictures } from '../../site/share/pictures.ts';
import { renderCard } from '../../site/share/render.ts';

export const getStaticPaths = (() =>
  sharePictures(site()).map(({ name, card }) => ({
    params: { name },
    props: { card },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ card: ShareCard }> = async ({ props }) =>
  new Response(await renderCard(props.card), { headers: { 'content-type': 'image/png' } });

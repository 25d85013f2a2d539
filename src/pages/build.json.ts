import type { APIRoute } from 'astro';
import { buildText } from '../site/feeds/build-info.ts';
import { site } from '../site/plan.ts';

export const GET: APIRoute = () =>
  new Response(buildText(site().plan), { headers: { 'content-type': 'application/json' } });

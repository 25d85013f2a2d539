import type { APIRoute } from 'astro';
import { planText } from '../site/feeds/build-info.ts';
import { site } from '../site/plan.ts';

export const GET: APIRoute = () =>
  new Response(planText(site().plan), { headers: { 'content-type': 'application/json' } });

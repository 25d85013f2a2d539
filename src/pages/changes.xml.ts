import type { APIRoute } from 'astro';
import { changesFeed } from '../site/feeds/changes-feed.ts';
import { site } from '../site/plan.ts';

export const GET: APIRoute = () =>
  new Response(changesFeed(site()), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });

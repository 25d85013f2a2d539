import type { APIRoute } from 'astro';
import { milestonesCsv } from '../site/feeds/tables.ts';
import { site } from '../site/plan.ts';

export const GET: APIRoute = () =>
  new Response(milestonesCsv(site().plan), { headers: { 'content-type': 'text/csv; charset=utf-8' } });

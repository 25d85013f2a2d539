import type { APIRoute } from 'astro';
import { actionsCsv } from '../site/feeds/tables.ts';
import { site } from '../site/plan.ts';

export const GET: APIRoute = () =>
  new Response(actionsCsv(site().plan), { headers: { 'content-type': 'text/csv; charset=utf-8' } });

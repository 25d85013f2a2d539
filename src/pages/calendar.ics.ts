import type { APIRoute } from 'astro';
import { planCalendar } from '../site/feeds/calendars.ts';
import { site } from '../site/plan.ts';

export const GET: APIRoute = () =>
  new Response(planCalendar(site()), { headers: { 'content-type': 'text/calendar; charset=utf-8' } });

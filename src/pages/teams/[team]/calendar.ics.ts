import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { teamCalendar } from '../../../site/feeds/calendars.ts';
import { site } from '../../../site/plan.ts';
import { teamPaths } from '../../../site/team-pages.ts';

export const getStaticPaths = (() => teamPaths(site().plan)) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(teamCalendar(site(), props.team), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });

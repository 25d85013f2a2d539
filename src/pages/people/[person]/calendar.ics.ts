import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { calendarText } from '../../../site/feeds/calendar.ts';
import { personCalendarPaths } from '../../../site/feeds/calendars.ts';
import { site } from '../../../site/plan.ts';

export const getStaticPaths = (() => personCalendarPaths(site())) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(calendarText(props.name, site().plan.asOf, props.events), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });

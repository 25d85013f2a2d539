import type { APIRoute } from 'astro';
import { site } from '../site/plan.ts';
import { searchIndex } from '../site/search.ts';

/** The index of the search, fetched when somebody searches. */
export const GET: APIRoute = () => {
  const { plan, words } = site();
  return new Response(searchIndex(plan, words));
};

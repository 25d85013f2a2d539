import type { APIRoute } from 'astro';
import { site } from '../site/plan.ts';
import { publish } from '../snapshot/json-schema.ts';

export const GET: APIRoute = () => Response.json(publish(site().plan));

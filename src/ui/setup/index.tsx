import { Hono } from 'hono';
import type { Env } from '../../env.ts';

/** The wizard that sets a link up, seven short pages. */
export const setup = new Hono<{ Bindings: Env }>();

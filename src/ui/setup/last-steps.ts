import { Hono } from 'hono';
import type { Env } from '../../env.ts';
import { dryRunPages } from './dry-run.tsx';
import { livePages } from './live.tsx';
import { questionPages } from './questions.tsx';

/** Steps 5 to 7 of the wizard: of a draft whose systems are connected and whose flows are chosen. */
export const lastSteps = new Hono<{ Bindings: Env }>();

for (const pages of [questionPages, dryRunPages, livePages]) lastSteps.route('/', pages);

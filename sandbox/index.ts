import type { Env } from './world.ts';

export { World } from './world.ts';

/** Passes every request to the one object in which everything happens. */
export default {
  fetch: (request, env) => env.WORLD.getByName('world').fetch(request),
} satisfies ExportedHandler<Env>;

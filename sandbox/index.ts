import type { Env } from './world.ts';

export { World } from './world.ts';

/** The way in. Everything happens in the one object. */
export default {
  fetch: (request, env) => env.WORLD.getByName('world').fetch(request),
} satisfies ExportedHandler<Env>;

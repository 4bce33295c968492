import type { Route } from './route-table.ts';

/** One address and verb: what the caller must be allowed, and the answer. It throws a `Refusal` for everything else. */
export interface Endpoint<Need, Call, Answer> {
  readonly need: Need;
  readonly answer: (call: Call) => Answer;
}

type Add<Need, Call, Answer> = (
  method: string,
  /** What follows the prefix: `/{id}`. */
  under: string,
  need: Need,
  answer: (call: Call) => Answer,
) => Route<Endpoint<Need, Call, Answer>>;

/** Writes the routes below a prefix, one a line. */
export function routesUnder<Need, Call, Answer>(prefix: string): Add<Need, Call, Answer> {
  return (method, under, need, answer) => ({
    method,
    template: `${prefix}${under}`,
    handler: { need, answer },
  });
}

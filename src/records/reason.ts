import type { Params } from '../texts/catalogue.ts';
import type { ReasonCode, ReasonParams } from '../texts/en.ts';

/** How a task ended, as a stable code with its params; its half sentence is made when somebody reads it (src/texts). */
export interface Reason {
  readonly code: string;
  readonly params: Params;
}

export function reason<Code extends ReasonCode>(code: Code, params: ReasonParams<Code>): Reason {
  return { code, params: params as Params };
}

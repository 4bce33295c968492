/**
 * Which settings a person is asked for when a link is set up. It is declared with the setting's schema, as what a setting is picked from is
 * (listed.ts), and so stands in its JSON Schema.
 */
import type { z } from 'zod';

/** What the two systems of a flow have, as far as it makes a setting matter. */
export const traits = ['payments', 'invoices', 'kinds', 'credits', 'articles'] as const;
export type Trait = (typeof traits)[number];

export interface Asked {
  /** The lower, the more it matters: of all the settings of a link the first few are asked for. */
  readonly rank: number;
  /** Only where this is so: `listed`, where the systems have a whole list to pick from. */
  readonly where?: Trait | 'listed';
  /** The answer that is chosen until somebody gives one; the setting's default when left out. */
  readonly recommended?: string | boolean;
}

/** Of a choice `choiceOf` (listed.ts) declares it. */
export function asked<Schema extends z.ZodType>(schema: Schema, asked: Asked): Schema {
  return schema.meta({ asked });
}

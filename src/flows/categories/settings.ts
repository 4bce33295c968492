import { z } from 'zod';
import { asked } from '../asked.ts';
import { listed, ofTarget } from '../listed.ts';

const structural = z.enum(['always', 'createOnly']).default('always');
const optional = z.enum(['always', 'createOnly', 'never']).default('always');

/** Settings of the categories flow (docs/settings.md). With none of them the whole tree is kept in step. */
export const categoriesSettings = z.strictObject({
  create: z.boolean().default(true),
  update: z.boolean().default(true),
  root: asked(listed(z.string().min(1), ofTarget('categories')), { rank: 72, where: 'listed' }).optional(),
  fields: z
    .strictObject({
      name: structural,
      parent: structural,
      description: optional,
      active: optional,
      position: optional,
    })
    .prefault({}),
  gone: z.enum(['keep', 'deactivate']).default('keep'),
  fixed: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
    .default({}),
});

export type CategoriesSettings = z.infer<typeof categoriesSettings>;

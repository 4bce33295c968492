import { z } from 'zod';

/** A place in the tree of a shop. What is left out is not known; an empty text says that there is none. */
export const category = z.object({
  id: z.string().min(1),
  /** Null: at the top. */
  parentId: z.string().nullable(),
  name: z.string(),
  /** HTML. */
  description: z.string().optional(),
  active: z.boolean().optional(),
  /** Among its siblings; the lower the earlier. */
  position: z.number().optional(),
  updatedAt: z.iso.datetime().optional(),
});

export type Category = z.infer<typeof category>;

import { z } from 'zod';
import { asked } from '../asked.ts';
import { listed, ofSource, ofTarget } from '../listed.ts';

const place = z.string().min(1);

/** Settings of the stock flow (docs/settings.md). With none of them the target shows what the source can still sell. */
export const stockSettings = z.strictObject({
  quantity: asked(z.enum(['available', 'onHand', 'availableAndIncoming']), { rank: 66 }).default('available'),
  safetyStock: asked(z.string().regex(/^\d+(\.\d+)?$/, 'not_pieces'), { rank: 68 }).default('0'),
  negative: z.boolean().default(false),
  manage: z.enum(['keep', 'on', 'off']).default('keep'),
  sourceLocations: asked(
    listed(
      z
        .array(place)
        .min(1)
        .refine((places) => new Set(places).size === places.length, 'place_twice'),
      ofSource('locations'),
    ),
    { rank: 64, where: 'listed' },
  ).optional(),
  targetLocation: asked(listed(place, ofTarget('locations')), { rank: 62, where: 'listed' }).optional(),
  unknown: z.enum(['ignore', 'park']).default('ignore'),
  verify: z
    .string()
    .regex(/^([1-9]\d{0,3}[mh]|off)$/, 'not_a_pace_or_off')
    .default('24h'),
  fixed: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
    .default({}),
});

export type StockSettings = z.infer<typeof stockSettings>;

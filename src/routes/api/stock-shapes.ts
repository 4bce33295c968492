/** The shapes of what is told of levels; what they hold: engine/reporting/stock-views.ts. */
import { z } from '@hono/zod-openapi';
import { levelPaces } from '../../engine/reporting/stock-views.ts';
import { levelStates } from '../../flows/bulk.ts';
import { activityView, problemView, taskView } from './view-shapes.ts';

const timestamp = z.iso.datetime();
const count = z.number().int();
const state = z
  .enum(levelStates)
  .describe(
    '`written`: as it should be. `unknown`: the target has no such SKU. `uncounted`: not counted there. `gone`: not in the source any more. `refused`: set aside until it or its product changes. `unplaced`: no level at the chosen place',
  );
const says = z.string().describe('The state in half a sentence');
const ends = { flow: z.string(), from: z.string(), to: z.string() };

export const stockView = z
  .object({
    ...ends,
    enabled: z.boolean(),
    total: count.describe('Levels that are known'),
    levels: z
      .array(
        z.object({
          state,
          says,
          problem: problemView.nullable(),
          count,
          sku: z.string().describe('One of them'),
        }),
      )
      .describe('By state and cause'),
    stuck: z
      .array(z.object({ problem: problemView, count, key: z.string().describe('One of them') }))
      .describe("The source's records that wait for a person, by cause"),
    dirty: z
      .object({ count, more: z.boolean().describe('Whether there are more than `count`') })
      .describe("The source's records that are to be looked at, those that wait among them"),
    underWay: z.object({ batches: count, keys: count }),
    verification: z
      .object({
        every: z.number().nullable().describe('Minutes between two of them; null where it is off'),
        nextAt: timestamp.nullable().describe('Null while one is going on, and where none begins by itself'),
        running: z
          .object({ since: timestamp, looked: count.describe('Levels that it has looked at') })
          .nullable(),
      })
      .describe('The look at all levels, by which drift is mended'),
    readUntil: timestamp
      .nullable()
      .describe('Every change up to here is known; null before all of it was read once'),
    reading: z
      .object({
        since: timestamp.nullable().describe('Null: all that there is'),
        until: timestamp.nullable().describe('Null: it has not begun'),
      })
      .nullable()
      .describe('What is read in full now'),
  })
  .meta({ id: 'Stock' });

export const productView = z
  .object({
    ...ends,
    key: z.string().describe("The source's id"),
    sku: z.string().nullable().describe('Null for a product that was never read, or has none'),
    targetId: z.string().nullable().describe('Null where nothing of the target stands for it'),
    targetSku: z.string().nullable().describe('The SKU that it has there, as it was last said'),
    writtenAt: timestamp.nullable().describe('When it was last written, or found to be as it should'),
    variants: count.describe('Its variants in the target'),
    isGone: z.boolean().describe('The source has it no longer'),
    task: taskView.nullable().describe('The last task of it that is kept'),
    why: z
      .object({ code: z.string(), message: z.string(), action: z.string().nullable() })
      .describe('Why nothing was written since'),
    tries: z.array(activityView).readonly().describe('The tries of that task, newest first'),
  })
  .meta({ id: 'Product' });

export const levelView = z
  .object({
    ...ends,
    sku: z.string().nullable().describe('Null for a record of which no level was dealt with yet'),
    key: z.string().describe("The source's id of the record that it belongs to"),
    targetId: z.string().nullable(),
    quantity: z
      .string()
      .nullable()
      .describe('Last written or found right, of a refused one what was refused'),
    state: state.nullable(),
    says: says.nullable(),
    writtenAt: timestamp.nullable(),
    updatedAt: timestamp.nullable(),
    drift: z
      .object({ quantity: z.string(), at: timestamp })
      .nullable()
      .describe('What somebody had put there by hand when it was last mended'),
    problem: problemView.nullable(),
    now: z.enum(levelPaces).describe('`settled`: nothing is to be done; `parked`: it waits for a person'),
    dueAt: timestamp.nullable().describe('When one that waits is looked at again'),
    attempts: count,
    why: z
      .object({ code: z.string(), message: z.string(), action: z.string().nullable() })
      .describe('Why nothing was written since'),
  })
  .meta({ id: 'Level' });

/** The shapes of causes and what people did about them, as the API describes them; what they hold: engine/reporting/problem-views.ts. */
import { z } from '@hono/zod-openapi';
import { maxCauseId } from '../../engine/configuration/cause-name.ts';
import { remedyKinds } from '../../engine/storage/remedies.ts';
import { vias } from '../../engine/storage/trail.ts';
import { leftOutWhys } from '../../texts/left-out-why.ts';
import { integrationProblem, problemView } from './view-shapes.ts';

const timestamp = z.iso.datetime();

export const causeName = z
  .string()
  .min(1)
  .max(maxCauseId)
  .describe('The `id` of a cause, as `GET …/problems` gave it; it stays the same as long as the cause does');

export const whyLeftOut = z
  .enum(leftOutWhys)
  .describe(
    '`booked_by_hand`, a `test`, `not_for_target`: it is not to be there, `twice`: it stands there otherwise, `other`',
  );

const values = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly()]))
  .describe('What it is about, such as a setting and the value it lacks');

const ofFlow = problemView.extend({ flow: z.string(), from: z.string(), to: z.string() });

const causeView = ofFlow
  .extend({
    id: z.string().describe('What the calls below name it by'),
    kind: z.enum(['records', 'levels']).describe('`levels`: of stock, which stand in no list of tasks'),
    values,
    count: z.int().describe('How many records or levels it stops'),
    amounts: z
      .array(
        z.object({ currency: z.string(), gross: z.string().describe('A decimal, with VAT'), count: z.int() }),
      )
      .readonly()
      .nullable()
      .describe(
        'What its orders come to, exactly; those that were never read are in none. Null where the flow carries no orders',
      ),
    since: timestamp.describe('When the first of them was set aside'),
    last: timestamp.nullable().describe('When the last of them was; null of levels'),
    examples: z
      .array(z.object({ key: z.string(), number: z.string().nullable(), task: z.string().nullable() }))
      .readonly()
      .describe('A few of them, those that wait longest first'),
    setting: z
      .object({
        path: z.string().describe("Its place in the flow's settings, with dots"),
        lacks: z.string().nullable().describe('The value that a choice has no answer for'),
      })
      .nullable()
      .describe('The setting that solves it, where it names one'),
  })
  .meta({ id: 'Cause' });

const remedyView = ofFlow
  .extend({
    id: z.string(),
    what: z
      .enum(remedyKinds)
      .describe(
        '`solve`: a setting was saved, and they are tried again; `take_back`: that they were left out',
      ),
    at: timestamp,
    who: z.string().describe('The name of a token, or `ADMIN_TOKEN`'),
    via: z.enum(vias),
    why: whyLeftOut.nullable(),
    values,
    total: z.int().describe('How many records it is about'),
    done: z.int().describe('How many of them are done; the others follow by themselves'),
    endedAt: timestamp.nullable(),
    toTakeBack: z
      .int()
      .describe('Of one that left records out, and has ended: how many of them nobody has taken back since'),
    canBeTakenBack: z.boolean(),
  })
  .meta({ id: 'Remedy' });

export const deskView = z
  .object({
    revision: z.string().describe('Of the settings: what `If-Match` says, in quotes'),
    causes: z.array(causeView).readonly(),
    total: z.int().describe('How many causes there are; 200 are the most that are told of'),
    cursor: z.string().nullable(),
    others: z
      .array(integrationProblem)
      .readonly()
      .describe('What needs attention and stops no record by itself, such as a connection'),
    waiting: z
      .array(
        z.object({
          ...{ flow: z.string(), from: z.string(), to: z.string(), count: z.int() },
          nextAt: timestamp.nullable(),
        }),
      )
      .readonly()
      .describe('What is tried again by itself, and when the next of it is'),
    underWay: z.array(remedyView).readonly().describe('What people asked for and is being done'),
  })
  .meta({ id: 'Desk' });

export const solvedView = z
  .object({
    causes: z
      .array(
        ofFlow.extend({
          values,
          count: z.int().describe('How many records it stopped at most, at one time'),
          at: timestamp.describe('When the last of them was put back to work, or left out'),
          underWay: z.boolean().describe('Whether some are still on their way: it may come back'),
          remedy: remedyView.nullable().describe('What somebody did about all of it last'),
        }),
      )
      .readonly(),
    leftOut: z.array(remedyView).readonly().describe('What can be taken back, newest first'),
  })
  .meta({ id: 'Solved' });

export const remedyAnswer = z
  .object({
    total: z.int().describe('How many records it is about'),
    done: z.int().describe('How many of them are done; the others follow by themselves'),
  })
  .meta({ id: 'RemedyAnswer' });

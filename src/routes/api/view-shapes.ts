/** The shapes of what an integration tells of itself, as the API describes them; what they hold: engine/reporting/views.ts. */
import { z } from '@hono/zod-openapi';
import { flowNames } from '../../connectors/contract/connector.ts';
import { integrationDocument, integrationStates } from '../../engine/configuration/configuration.ts';
import { readOnlyParts } from '../../engine/configuration/read-only-parts.ts';
import { connectionStates } from '../../engine/reporting/connection-report.ts';
import { troubles } from '../../engine/storage/health.ts';
import { skippers, taskStates } from '../../engine/storage/task-row.ts';

const timestamp = z.iso.datetime();

const problemFields = z.object({
  code: z.string().describe('Stable; the list is in docs/problems.md'),
  message: z.string(),
  action: z.string().describe('What to do next'),
});
export const problemView = problemFields.meta({ id: 'Problem' });

export const previewCheck = z.object({
  name: z.string(),
  expected: z.string(),
  actual: z
    .string()
    .nullable()
    .describe('Null where the target has no figure, such as of a level that it does not count yet'),
});

export const integrationProblem = problemFields
  .extend({
    connection: z.string().optional(),
    flow: z.string().optional(),
    count: z.number().int().optional().describe('How many tasks are parked for this cause'),
    values: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly()]))
      .optional()
      .describe(
        'What tells this cause from others with the same code, such as a setting and the value it lacks',
      ),
    key: z.string().optional().describe('The source record of the newest of them'),
    since: timestamp.optional(),
  })
  .meta({ id: 'IntegrationProblem' });

const integrationState = z.enum(integrationStates);

const flowProgress = z
  .object({
    flow: z.string(),
    from: z.string(),
    to: z.string(),
    pulledUntil: timestamp.nullable().describe('Every change up to here is known'),
    reading: z.boolean().describe('Whether a window is being read'),
    nextPollAt: timestamp.nullable(),
    fedBy: z
      .enum(['webhooks', 'polls'])
      .nullable()
      .describe('How the flow hears of changes; null for one that is switched off'),
    open: z
      .object({ queued: z.number().int(), waiting: z.number().int(), parked: z.number().int() })
      .describe('Its tasks that are not done, by state; one that runs counts as queued'),
    pollEvery: z.int().nullable().describe('Minutes between two polls'),
  })
  .meta({ id: 'FlowProgress' });

const taskCounts = z
  .record(z.enum(taskStates), z.number().int())
  .meta({ id: 'TaskCounts', description: 'Open tasks by state; those that ended within 14 days' });

const dayCount = z
  .object({
    day: z.iso.date().describe("In the shop's own time zone; in UTC while that is not known"),
    flow: z.string(),
    name: z.string().describe('An outcome, or `calls`'),
    count: z.number().int(),
  })
  .meta({ id: 'DayCount' });

const accountView = z
  .object({
    name: z.string(),
    currency: z.string(),
    timeZone: z.string(),
    country: z.string().nullable().describe('ISO code; null where the system does not tell it'),
  })
  .meta({ id: 'Account' });

const connectionView = z
  .object({
    connection: z.string(),
    connected: z.boolean().describe('Whether its credentials were entered: in a draft that may come later'),
    account: accountView.nullable().describe('As it was last read with these credentials'),
    problem: problemView.nullable(),
    sameAs: z.string().nullable().describe('A connection before it that opens the same account'),
    hooks: z
      .object({
        askedFor: z.boolean().describe('Koppel has asked the system for them'),
        receivedAt: timestamp.nullable().describe('When one came of late'),
      })
      .nullable()
      .describe('Its webhooks; null where none is taken'),
    scopes: z
      .array(
        z.object({
          scope: z.string(),
          uses: z.array(z.string()).readonly().describe('What it is for, such as `from orders`'),
          held: z.boolean().nullable().describe('Null where the system does not tell'),
        }),
      )
      .readonly()
      .describe(
        'What its application must be allowed there, for its flows or where there are none yet for all that there could be',
      ),
  })
  .meta({ id: 'ConnectionState' });

export const connectionDetailView = connectionView
  .extend({
    connector: z.string(),
    readAt: timestamp.nullable().describe('When its account was last read'),
    isOtherAccount: z.boolean().describe('It opens another account than before: see `accept-account`'),
    health: z.object({
      state: z.enum(connectionStates),
      since: timestamp.nullable(),
      nextProbeAt: timestamp.nullable().describe('When it is tried next'),
    }),
    untold: z
      .array(z.object({ flow: z.enum(flowNames), scope: z.string().nullable() }))
      .readonly()
      .describe('Flows of which the system does not tell though it was asked, and the scope that lacks'),
    lastCalledAt: timestamp.nullable().describe('To a quarter of an hour'),
    secrets: z
      .array(z.string())
      .readonly()
      .nullable()
      .describe('Names of the secrets that are kept; null where they cannot be opened'),
  })
  .meta({ id: 'Connection' });

const ignored = z.unknown().optional().describe('As `GET` gives it; ignored');

export const integrationBody = integrationDocument
  .extend(Object.fromEntries(readOnlyParts.map((name) => [name, ignored])))
  .meta({ id: 'Integration' });

/** How far a search for a person came. */
const searched = {
  unopened: z
    .number()
    .int()
    .optional()
    .describe('What was sealed with a key that is not set now; ask again when it is'),
  cursor: z.string().optional().describe('Not everything was looked into yet: go on with it'),
};

export const erasedView = z
  .object({
    links: z.number().int(),
    activity: z.number().int().describe('Entries that were about the person, or held the address'),
    ...searched,
  })
  .meta({ id: 'Erased' });

export const foundPersonView = z
  .object({
    links: z.number().int().describe('References to a record of theirs'),
    activity: z.number().int().describe('Entries that are about the person'),
    mentions: z.number().int().describe('Other entries that hold the address'),
    ...searched,
  })
  .meta({ id: 'FoundPerson' });

export const integrationView = z
  .object({
    id: z.string(),
    revision: z.string().describe('Changes with every save; the `ETag`'),
    ...integrationDocument.shape,
    state: integrationState,
    problems: z.array(integrationProblem),
    warnings: z.array(problemView).describe('What is to be known and stops nothing'),
    counts: taskCounts,
    progress: z.array(flowProgress),
    accounts: z
      .array(connectionView)
      .describe('How each connection stands, as far as it is known without a call'),
    days: z.array(dayCount),
    today: z.iso.date().describe('The day that it is there'),
  })
  .meta({ id: 'IntegrationView' });

export const summary = z
  .object({
    id: z.string(),
    name: z.string(),
    state: integrationState,
    problems: z.array(z.object({ code: z.string(), count: z.number().int() })),
    counts: taskCounts,
    updatedAt: timestamp,
    nameOnStatus: z.boolean().optional().describe('Whether `/status` shows its name to everybody'),
    health: z
      .object({
        since: z.iso.date().nullable().describe('The first day that is known of; null for none yet'),
        days: z.array(
          z.object({
            day: z.iso.date().describe('In UTC'),
            state: z
              .enum(troubles)
              .describe('`attention`: records waited for somebody. `interrupted`: something could not go on'),
            minutes: z.number().int().describe('How long there was any trouble'),
          }),
        ),
      })
      .describe('Its last 90 days: every day that is not named, from `since` on, was in order'),
  })
  .meta({ id: 'Summary' });

const number = z
  .string()
  .nullable()
  .describe('As customers see it, of a product its SKU; null for a record that was never read, or has none');

export const taskView = z
  .object({
    id: z.string(),
    flow: z.string(),
    from: z.string(),
    to: z.string(),
    key: z.string().describe("The source record's id as its system names it"),
    number,
    state: z.enum(taskStates),
    attempts: z.number().int(),
    dueAt: timestamp,
    createdAt: timestamp,
    updatedAt: timestamp,
    problem: problemView.nullable(),
    skippedBy: z
      .enum(skippers)
      .nullable()
      .describe('Where a person left it out, at `updatedAt`; null when nobody did'),
  })
  .meta({ id: 'Task' });

const activityFields = z.object({
  id: z.string(),
  at: timestamp,
  flow: z.string(),
  from: z.string(),
  to: z.string(),
  key: z.string(),
  number,
  task: z.string(),
  outcome: z.string(),
  reason: z.string(),
  targetId: z.string().nullable(),
  calls: z.number().int(),
});
export const activityView = activityFields.meta({ id: 'Activity' });

export const transferView = activityFields
  .extend({
    payload: z
      .record(z.string(), z.unknown())
      .nullable()
      .describe(
        '`source`, `target`, `totals` and `calls`, or `why` a person left it out; null once the retention is over',
      ),
  })
  .meta({ id: 'Transfer', description: 'One transfer with both sides' });

export const checkedDocument = z
  .object({ dryRun: z.literal(true), valid: z.literal(true) })
  .meta({ id: 'CheckedDocument', description: 'The document could be saved; nothing was' });

export const checkView = z
  .object({
    connection: z.string(),
    ok: z.boolean(),
    account: accountView.nullable().describe('What was read of the account'),
    problem: problemView.nullable(),
  })
  .meta({ id: 'ConnectionCheck' });

/** The shape of a connection as it stands; what it holds: engine/reporting/connection-views.ts. */
import { z } from '@hono/zod-openapi';
import { flowNames } from '../../connectors/contract/connector.ts';
import { connectionStates } from '../../engine/reporting/connection-views.ts';
import { problemView } from './view-shapes.ts';

const timestamp = z.iso.datetime();

const scope = z.object({
  scope: z.string().describe('As the system calls it'),
  purposes: z.array(z.string()).readonly().describe('Codes of what Koppel does with it'),
  says: z.string().describe('The same in words'),
});

export const connectionView = z
  .object({
    name: z.string(),
    connector: z.string(),
    account: z
      .object({
        name: z.string(),
        currency: z.string(),
        country: z.string().nullable().describe('Null where the system does not tell it'),
        timeZone: z.string(),
        readAt: timestamp,
      })
      .nullable()
      .describe('What its credentials opened when that was last read'),
    isOtherAccount: z.boolean().describe('They open another account than before: see `accept-account`'),
    health: z.object({
      state: z.enum(connectionStates),
      problem: problemView.nullable(),
      since: timestamp.nullable(),
      nextProbeAt: timestamp.nullable().describe('When it is tried next'),
    }),
    scopes: z
      .object({
        told: z.boolean().describe('Whether the system tells which of them it gave'),
        needed: z.array(scope).readonly(),
        missing: z.array(scope).readonly().describe('Those that it is known to lack'),
      })
      .describe('Of the flows that are switched on'),
    webhooks: z
      .object({
        taken: z.boolean().describe('Whether they can be verified with these credentials'),
        own: z.boolean().describe('Whether Koppel asks for them itself'),
        untold: z
          .array(z.object({ flow: z.enum(flowNames), scope: z.string().nullable() }))
          .readonly()
          .describe('Flows of which the system does not tell though it was asked'),
      })
      .nullable()
      .describe('Null where the system has none'),
    lastReceivedAt: timestamp.nullable().describe('When a webhook last came, to the minute'),
    lastCalledAt: timestamp.nullable().describe('To a quarter of an hour'),
    asksPeople: z.boolean().describe('Whether somebody gives access in the system itself'),
    secrets: z
      .array(z.string())
      .readonly()
      .nullable()
      .describe('Names of the secrets that are kept; null where they cannot be opened'),
  })
  .meta({ id: 'Connection' });

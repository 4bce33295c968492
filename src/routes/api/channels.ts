/** Where people are told of problems. */
import { createRoute, z } from '@hono/zod-openapi';
import { unwrap } from '../../../durable-objects/answer.ts';
import { house } from '../../../durable-objects/house-client.ts';
import { identifier } from '../../engine/configuration/configuration.ts';
import { channelKinds } from '../../house/channels.ts';
import type { ChannelView } from '../../house/house.ts';
import { isTimeZone } from '../../records/time-zone.ts';
import { languages } from '../../texts/languages.ts';
import { deedBy } from '../callers.ts';
import { answers, apiRoutes, jsonBody, rowId } from './shapes.ts';

const summaryTime = z.strictObject({
  hour: z.number().int().min(0).max(23),
  zone: z.string().refine(isTimeZone, 'must be a time zone, such as Europe/Amsterdam'),
});

const channelView = z
  .object({
    id: z.string(),
    kind: z.enum(channelKinds),
    name: z.string(),
    shown: z.string().describe('Of its address so much that people know it again: the address is a secret'),
    integrations: z.array(z.string()).nullable().describe('Null: all that there are and will be'),
    language: z.enum(languages).describe('Of its summaries and tests; alerts have that of their link'),
    summary: summaryTime.nullable().describe('When the summary of a day is sent'),
    failures: z.number().int().describe('How often in a row it took nothing'),
  })
  .meta({ id: 'Channel' });

const said = z
  .object({ taken: z.boolean(), answer: z.string().describe('Such as `answered 200`, or `timed out`') })
  .meta({ id: 'ChannelAnswer' });

const channelId = z.object({
  channel: rowId.openapi({ param: { name: 'channel', in: 'path' }, example: '3' }),
});

const list = createRoute({
  method: 'get',
  path: '/channels',
  operationId: 'listChannels',
  summary: 'Where people are told of problems, save what the environment names',
  responses: answers(z.object({ items: z.array(channelView), cursor: z.null() }), 'The channels'),
});

const add = createRoute({
  method: 'post',
  path: '/channels',
  operationId: 'addChannel',
  summary: 'Adds a channel',
  description:
    '`to`: an https address on the public internet (of Slack, of Discord, or of your own: `webhook`), or an e-mail address. What a `webhook` is signed with is told this once as `signing`.',
  request: {
    body: jsonBody(
      z.strictObject({
        kind: z.enum(channelKinds),
        name: z.string().trim().min(1).max(60),
        to: z.string().trim().min(1).max(2_000),
        integrations: z.array(identifier.clone()).min(1).max(200).nullable().default(null),
        language: z.enum(languages).default('en'),
        summary: summaryTime.nullable().default(null),
      }),
    ),
  },
  responses: answers(channelView.extend({ signing: z.string().nullable() }), 'The channel'),
});

const remove = createRoute({
  method: 'delete',
  path: '/channels/{channel}',
  operationId: 'removeChannel',
  summary: 'Takes a channel away, with what it was still to be told',
  request: { params: channelId },
  responses: answers(z.object({ removed: z.literal(true) }), 'It is gone'),
});

const test = createRoute({
  method: 'post',
  path: '/channels/{channel}/test',
  operationId: 'testChannel',
  summary: 'Sends a test, and says what the channel answered',
  request: { params: channelId },
  responses: answers(said, 'What it answered'),
});

const tellings = createRoute({
  method: 'get',
  path: '/tellings',
  operationId: 'listTellings',
  summary: 'What the channels were told last, and what they answered, newest first',
  responses: answers(
    z.object({
      items: z.array(
        z
          .object({
            at: z.iso.datetime(),
            channel: z.string(),
            kind: z.enum(['alert', 'summary', 'test']),
            integration: z.string().nullable(),
            about: z.string().describe('Of an alert its code, of a summary its day'),
            isEnd: z.boolean().describe('Of an alert: it told that the problem is over'),
            taken: z.boolean(),
            answer: z.string(),
          })
          .meta({ id: 'Telling' }),
      ),
      cursor: z.null(),
    }),
    'The last 50',
  ),
});

function shown({ id, createdAt: _, notBefore: __, integrations, ...view }: ChannelView) {
  return { ...view, id: String(id), integrations: integrations && [...integrations] };
}

export const channelRoutes = apiRoutes()
  .openapi(list, async (context) => {
    const channels: ChannelView[] = unwrap(await house(context.env).channels());
    return context.json({ items: channels.map(shown), cursor: null }, 200);
  })
  .openapi(add, async (context) => {
    const made = await house(context.env).addChannel(context.req.valid('json'), deedBy(context));
    const { signing, ...view } = unwrap<ChannelView & { signing: string | null }>(made);
    return context.json({ ...shown(view), signing }, 200);
  })
  .openapi(remove, async (context) => {
    const { channel } = context.req.valid('param');
    unwrap(await house(context.env).removeChannel(Number(channel), deedBy(context)));
    return context.json({ removed: true as const }, 200);
  })
  .openapi(test, async (context) =>
    context.json(
      unwrap(await house(context.env).testChannel(Number(context.req.valid('param').channel))),
      200,
    ),
  )
  .openapi(tellings, async (context) =>
    context.json({ items: unwrap(await house(context.env).tellings()), cursor: null }, 200),
  );

import { z } from 'zod';

/** What the admin shows after activating the integration (sheet 2.1): 32 characters each. */
export const consumerKey = 'sandboxconsumerkey00000000000001';
export const consumerSecret = 'sandboxconsumersecret00000000002';
export const accessToken = 'sandboxaccesstoken00000000000003';
export const accessTokenSecret = 'sandboxtokensecret00000000000004';

/** Of the handshake (sheet 2.3). */
export const handshakeSettings = {
  /** How long the answer of a callback is awaited. */
  callbackTimeoutMs: z.number().int().positive().default(5000),
  /** What names the consumer in the address of the identity link: its number, as described, or its key, as M233 does. */
  identityLinkNames: z.enum(['consumer_id', 'oauth_consumer_key']).default('consumer_id'),
  /** The media type of what the token endpoints answer, whose body is a form all the same. */
  tokenMediaType: z
    .enum(['application/x-www-form-urlencoded', 'text/html; charset=UTF-8'])
    .default('application/x-www-form-urlencoded'),
};

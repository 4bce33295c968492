import type { Activation } from '../contract/activation.ts';
import { lastingToken } from '../wire/oauth1-handshake.ts';

/** An integration that has both addresses sends its keys when it is activated (sheet 2.3). What it sends is good for 300 seconds. */
export const activation: Activation = {
  place: 'address',
  form: {
    menu: 'System > Extensions > Integrations',
    callback: 'Callback URL',
    identity: 'Identity link URL',
  },
  receive(sent) {
    const address = sent.get('store_base_url');
    const verifier = sent.get('oauth_verifier');
    const consumerKey = sent.get('oauth_consumer_key');
    const consumerSecret = sent.get('oauth_consumer_secret');
    if (!address || !verifier || !consumerKey || !consumerSecret) return null;
    const consumer = { consumerKey, consumerSecret };
    return {
      credentials: { address, ...consumer },
      async complete(place, ask) {
        const [requestUrl, accessUrl] = [`${place}/oauth/token/request`, `${place}/oauth/token/access`];
        const { token, tokenSecret } = await lastingToken({ consumer, verifier, requestUrl, accessUrl }, ask);
        return { accessToken: token, accessTokenSecret: tokenSecret };
      },
    };
  },
  back: (query) => query.get('success_call_back'),
};

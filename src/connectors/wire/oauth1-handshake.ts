import type { AccessCall, AskForAccess } from '../contract/activation.ts';
import { type OAuth1Consumer, type OAuth1Signing, type OAuth1Token, oauth1Header } from './oauth1.ts';

interface Handshake {
  readonly consumer: OAuth1Consumer;
  /** Stands for the consent of whoever activated the consumer. */
  readonly verifier: string;
  readonly requestUrl: string;
  readonly accessUrl: string;
}

/** From the consent of a person to a lasting token, over one that is good for that alone (RFC 5849, 2.1 and 2.3). */
export async function lastingToken(
  { consumer, verifier, requestUrl, accessUrl }: Handshake,
  ask: AskForAccess,
): Promise<OAuth1Token> {
  const passing = tokenIn(await ask(call(requestUrl, consumer)));
  return tokenIn(await ask(call(accessUrl, { ...consumer, ...passing, verifier })));
}

function call(url: string, signing: OAuth1Signing): AccessCall {
  return {
    url,
    sign: (request) => ({ authorization: oauth1Header(signing, request) }),
    secrets: Object.values(signing),
    gives: ['oauth_token', 'oauth_token_secret'],
    refuses: 'oauth_problem',
  };
}

function tokenIn(answer: ReadonlyMap<string, string>): OAuth1Token {
  return { token: answer.get('oauth_token') ?? '', tokenSecret: answer.get('oauth_token_secret') ?? '' };
}

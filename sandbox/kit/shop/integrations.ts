import type { Answer } from '../http/sent.ts';

/** Where an app waits for what a shop hands it, and where its merchant logs in to it. */
export interface AppAddresses {
  readonly callbackUrl: string;
  readonly identityLinkUrl: string;
}

/** An app that a merchant lets into the shop. */
export interface AppIntegration extends AppAddresses {
  readonly id: string;
  readonly consumerKey: string;
  /** Whether it has fetched its credentials, and has not been shut out since. */
  readonly isActive: boolean;
  /** What its callback said when the shop called it last; null while it has not been, or has not answered. */
  readonly answer: Answer | null;
}

interface Activated {
  readonly integration: AppIntegration;
  /** Where the merchant's browser goes on; null where the callback did not take what it was handed. */
  readonly goTo: string | null;
}

/** What a merchant does with the integrations of a shop that hands its credentials to apps. */
export interface AppIntegrations {
  /** With the one whose credentials a person copies. It has no addresses. */
  readonly list: () => readonly AppIntegration[];
  /**
   * Hands an app its credentials. The app at a callback URL that has been entered before is authorised anew, which kills
   * the token that it has. `origin` is that of the sandbox's page, to which the browser comes back.
   */
  readonly activate: (addresses: AppAddresses, origin: string) => Promise<Activated>;
  /** Its credentials stay, and open nothing. False where there is none; so of the other two. */
  readonly deactivate: (id: string) => boolean;
  /** Takes back the access token. */
  readonly revoke: (id: string) => boolean;
  readonly remove: (id: string) => boolean;
}

export function isTaken(answer: Answer | null): boolean {
  return typeof answer === 'number' && answer >= 200 && answer < 300;
}

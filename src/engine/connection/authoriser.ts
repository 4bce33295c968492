import type { Authorization } from '../../connectors/contract/connector.ts';
import { oauth1Header, type SignedRequest } from './oauth1.ts';
import type { AccessToken, TokenSource } from './tokens.ts';

/** Gives every call its `Authorization` header. */
export interface Authoriser {
  authorisation(request: SignedRequest): Promise<string>;
  /** Another one, after the system refused the first; null where there is only one. */
  renewed(request: SignedRequest): Promise<string | null>;
}

export function createAuthoriser(
  authorization: Authorization,
  tokens: (authorization: Extract<Authorization, { kind: 'client-credentials' }>) => TokenSource,
): Authoriser {
  switch (authorization.kind) {
    case 'bearer':
      return {
        authorisation: async () => `Bearer ${authorization.token}`,
        renewed: async () => null,
      };
    case 'oauth1':
      return {
        authorisation: async (request) => oauth1Header(authorization, request),
        renewed: async () => null,
      };
    case 'client-credentials': {
      const source = tokens(authorization);
      let used: AccessToken | null = null;
      return {
        authorisation: async () => {
          used = await source.get();
          return `Bearer ${used.value}`;
        },
        renewed: async () => {
          used = used ? await source.replace(used) : await source.get();
          return `Bearer ${used.value}`;
        },
      };
    }
  }
}

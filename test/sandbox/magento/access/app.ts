/** The integration's own side of the handshake: a callback that takes credentials, and calls that are signed with them. */
import { origin } from '../shop.ts';
import { authorization } from '../signing.ts';

export const addresses = {
  callbackUrl: 'https://app.example.com/callback',
  identityLinkUrl: 'https://app.example.com/login',
};

interface Asked {
  readonly status: number;
  readonly mediaType: string | null;
  readonly fields: Record<string, string>;
}

type Change = Partial<Parameters<typeof authorization>[0]> & { readonly path?: string };

interface Shop {
  /** What the shop answers to a call. */
  readonly handle: (request: Request) => Promise<Response>;
  readonly now: () => number;
}

export class App {
  /** What the callback was handed, every time. */
  readonly handed: Record<string, string>[] = [];
  /** The calls of the callback as they came. */
  readonly calls: Request[] = [];
  /** What the callback does before it answers, and what it answers. */
  takes: () => Promise<Response> = async () => new Response(null, { status: 200 });
  readonly #shop: Shop;

  constructor(shop: Shop) {
    this.#shop = shop;
  }

  readonly callback = async (request: Request): Promise<Response> => {
    this.calls.push(request.clone());
    this.handed.push(Object.fromEntries(new URLSearchParams(await request.text())));
    return this.takes();
  };

  /** A call with the consumer that was handed over last; `change` is laid over what is signed. */
  async signed(method: string, path: string, change: Change = {}): Promise<Request> {
    const handed = this.handed.at(-1);
    const header = await authorization({
      method,
      consumerKey: handed?.oauth_consumer_key ?? '',
      consumerSecret: handed?.oauth_consumer_secret ?? '',
      tokenSecret: '',
      nonce: crypto.randomUUID().replaceAll('-', ''),
      timestamp: Math.floor(this.#shop.now() / 1000),
      url: `${origin}${path}`,
      ...change,
    });
    const { form } = change;
    return new Request(`${origin}${path}`, {
      method,
      headers: { Authorization: header },
      ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
    });
  }

  /** Step 2. */
  async request(change: Change = {}): Promise<Asked> {
    return this.#asked(await this.signed('POST', change.path ?? '/oauth/token/request', change));
  }

  /** Step 3, with what step 2 answered. */
  async access({ fields }: Asked, change: Change = {}): Promise<Asked> {
    const { oauth_token: token, oauth_token_secret: tokenSecret = '' } = fields;
    const verifier = this.handed.at(-1)?.oauth_verifier ?? '';
    const whole = { token, tokenSecret, verifier, ...change };
    return this.#asked(await this.signed('POST', change.path ?? '/oauth/token/access', whole));
  }

  /** Both steps. */
  async exchanged(): Promise<Asked> {
    return this.access(await this.request());
  }

  /** Asks for orders with a token; the status and what is said. */
  async opens({ fields }: Asked): Promise<[number, unknown]> {
    const path = '/rest/V1/orders?searchCriteria%5BpageSize%5D=1';
    const { oauth_token: token, oauth_token_secret: tokenSecret = '' } = fields;
    const answer = await this.#shop.handle(await this.signed('GET', path, { token, tokenSecret }));
    const { message } = (await answer.json()) as { message?: string };
    return [answer.status, message];
  }

  async #asked(request: Request): Promise<Asked> {
    const answer = await this.#shop.handle(request);
    const fields = Object.fromEntries(new URLSearchParams(await answer.text()));
    return { status: answer.status, mediaType: answer.headers.get('Content-Type'), fields };
  }
}

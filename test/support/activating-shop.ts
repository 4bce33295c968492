import { createHmac, randomBytes } from 'node:crypto';

const consumerKey = 'ckey0000000000000000000000000001';
const consumerSecret = 'csec0000000000000000000000000002';

/** What happens in place of the answer; null: nothing. `answer`: has the shop do what was asked. */
type Fault = (path: string, answer: () => Promise<Response>) => Response | null | Promise<Response | null>;

interface Signed {
  readonly parameters: ReadonlyMap<string, string>;
  readonly isRight: (tokenSecret: string) => boolean;
}

/** A Magento shop as far as it is activated (sheet 2.3). It signs by itself what it compares signatures with (RFC 5849, 3.4). */
export class ActivatingShop {
  readonly asked: string[] = [];
  fault: Fault = () => null;
  #verifier = '';
  #passing = { token: '', secret: '' };
  /** The lasting token that it gave last; null before. */
  given: { readonly token: string; readonly secret: string } | null = null;

  constructor(
    readonly address: string,
    private readonly now: () => number,
  ) {}

  /** What it sends to the callback when an admin presses the button. */
  activate(change: Readonly<Record<string, string>> = {}): string {
    this.#verifier = word();
    this.#passing = { token: '', secret: '' };
    this.given = null;
    return new URLSearchParams({
      oauth_consumer_key: consumerKey,
      oauth_consumer_secret: consumerSecret,
      store_base_url: `${this.address}/`,
      oauth_verifier: this.#verifier,
      ...change,
    }).toString();
  }

  get credentials() {
    return {
      address: this.address,
      consumerKey,
      consumerSecret,
      accessToken: this.given?.token,
      accessTokenSecret: this.given?.secret,
    };
  }

  async answer(request: Request): Promise<Response> {
    const { href } = new URL(request.url);
    const path = href.slice(this.address.length);
    this.asked.push(`${request.method} ${path}`);
    const fault = await this.fault(path, async () => this.#answer(path, request));
    return fault ?? this.#answer(path, request);
  }

  #answer(path: string, request: Request): Response {
    const { parameters, isRight } = readSigned(request);
    const isFresh = Math.abs(Number(parameters.get('oauth_timestamp')) - this.now() / 1000) <= 1;
    if (parameters.get('oauth_consumer_key') !== consumerKey || !isFresh)
      return refused('consumer_key_rejected');
    switch (path) {
      case '/oauth/token/request': {
        if (!isRight('') || parameters.has('oauth_token')) return refused('signature_invalid');
        if (this.#verifier === '') return refused('token_used');
        this.#passing = { token: word(), secret: word() };
        return tokens(this.#passing);
      }
      case '/oauth/token/access': {
        const { token, secret } = this.#passing;
        if (token === '' || parameters.get('oauth_token') !== token) return refused('token_rejected');
        if (!isRight(secret)) return refused('signature_invalid');
        if (parameters.get('oauth_verifier') !== this.#verifier) return refused('verifier_invalid');
        this.#verifier = '';
        this.given = { token: word(), secret: word() };
        return tokens(this.given);
      }
      default:
        return Response.json({ message: 'Request does not match any route.' }, { status: 404 });
    }
  }
}

function word(): string {
  return randomBytes(16).toString('hex');
}

function tokens({ token, secret }: { token: string; secret: string }): Response {
  return new Response(`oauth_token=${token}&oauth_token_secret=${secret}`);
}

function refused(problem: string): Response {
  return new Response(`oauth_problem=${problem}`, { status: 401 });
}

function readSigned({ method, url, headers }: Request): Signed {
  const header = headers.get('authorization') ?? '';
  const pairs = [...header.matchAll(/(\w+)="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, decodeURIComponent(value)] as const,
  );
  const parameters = new Map(pairs.filter(([name]) => name !== 'oauth_signature'));
  const sorted = [...parameters]
    .map(([name, value]) => `${percent(name)}=${percent(value)}`)
    .sort()
    .join('&');
  const base = [method, url, sorted].map(percent).join('&');
  const given = new Map(pairs).get('oauth_signature');
  const sign = (tokenSecret: string) =>
    createHmac('sha256', `${percent(consumerSecret)}&${percent(tokenSecret)}`)
      .update(base)
      .digest('base64');
  return { parameters, isRight: (tokenSecret) => given === sign(tokenSecret) };
}

function percent(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

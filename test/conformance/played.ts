import { pictureOf } from '../../sandbox/kit/catalogue/pictures.ts';
import { Sandbox } from '../../sandbox/sandbox.ts';
import type { Account } from '../../src/connectors/contract/account.ts';
import type { AccessToken } from '../../src/connectors/contract/auth.ts';
import type { Connector } from '../../src/connectors/contract/connector.ts';
import { documentTargets } from '../../src/connectors/contract/document-targets.ts';
import type { VariantDraft } from '../../src/connectors/contract/products.ts';
import type { Aftermath, CustomerPart } from '../../src/connectors/contract/target.ts';
import { systemClock } from '../../src/engine/clock.ts';
import { createAuthoriser } from '../../src/engine/connection/authoriser.ts';
import { limitsOf } from '../../src/engine/connection/limits/overrides.ts';
import { RateLimiter } from '../../src/engine/connection/limits/rate-limiter.ts';
import { Permits } from '../../src/engine/connection/permits.ts';
import type { TokenPort } from '../../src/engine/connection/ports.ts';
import { noTokens, TokenSource } from '../../src/engine/connection/tokens.ts';
import { redirected } from '../../src/engine/http/base-url.ts';
import { ApiClient } from '../../src/engine/http/client.ts';
import { Recorder } from '../../src/engine/http/recorder.ts';
import type { Document } from '../../src/records/document.ts';
import { permitsOf } from '../support/fake-connection.ts';

/** What the suite must be told of a system; everything else it asks of the connector. */
export interface Candidate {
  readonly connector: Connector;
  /** Tells it from another candidate of the same system, whose accounts differ. */
  readonly as?: string;
  readonly credentials: Readonly<Record<string, string>>;
  /** Credentials that the stand-in refuses. */
  readonly wrong: Readonly<Record<string, string>>;
  /** A reference is a key of its own there: a second document under it is refused. */
  readonly oneByReference?: true;
  /** Of the stand-in, so that it plays the system as it mostly is. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** An attribute that a product may be given. */
  readonly attribute?: string;
  /** Its merchants have no tree of categories: what hangs under what, Koppel alone keeps. */
  readonly flat?: true;
  /** Makes records of which the stand-in's seed has none. */
  readonly fill?: (api: ApiClient) => Promise<void>;
  /** What its API has no way to do, each with a reason in its page of `docs/connectors/`. */
  readonly cannot?: {
    /** Cannot be told to a sale that stands there: a person has to see to it. */
    readonly tell?: readonly (keyof Aftermath)[];
    /** Parts of a customer that cannot be changed: an update that says another is refused. */
    readonly change?: readonly CustomerPart[];
    /** Parts that every customer has there: one that nobody says any more stays as it was. */
    readonly empty?: readonly CustomerPart[];
    /** A document has the day on which it was made there, and no other. */
    readonly date?: true;
    /** Documents of these kinds have no day at all. */
    readonly dateOf?: readonly Document['kind'][];
    /** Fields that a product has and its variants have not. */
    readonly ofVariants?: readonly (keyof VariantDraft)[];
    /** A product has one picture at most. */
    readonly pictures?: true;
    /** Nothing tells the price that is struck through. */
    readonly listPrice?: true;
    /** Every variant is a product of its own. */
    readonly variants?: true;
  };
}

/** What systems fetch that fetch pictures. */
function pictureAt(url: string): Response {
  const { hostname, pathname } = new URL(url);
  if (hostname !== 'pictures.example') return new Response(null);
  return new Response(pictureOf(pathname), { headers: { 'content-type': 'image/png' } });
}

/** A connector at work on its stand-in, through the engine's own client. */
export class Played {
  readonly sandbox = new Sandbox(
    { now: () => Date.now(), random: () => Math.random(), sleep: (ms) => systemClock.sleep(ms) },
    async ({ url }) => pictureAt(url),
  );
  readonly recorder = new Recorder();
  #account: Account | null = null;
  /** Set: so many calls are still answered, then the line is dead. `isDone`: the first that gets no answer is carried out. */
  line: { left: number; readonly isDone: boolean } | null = null;

  private constructor(readonly candidate: Candidate) {}

  static async start(candidate: Candidate, seeded = true): Promise<Played> {
    const played = new Played(candidate);
    const { connector, settings = {} } = candidate;
    const standIn = played.sandbox.standIn(connector.id);
    standIn?.change(settings);
    standIn?.reset(seeded);
    const credentials = connector.credentials.parse(candidate.credentials);
    played.#account = await connector.account(played.api(), credentials);
    if (seeded) await candidate.fill?.(played.api());
    return played;
  }

  get account(): Account {
    if (this.#account) return this.#account;
    throw new Error('The account is not read yet.');
  }

  api(credentials = this.candidate.credentials): ApiClient {
    const { connector } = this.candidate;
    const parsed = connector.credentials.parse(credentials);
    const limits = limitsOf(connector, { [connector.id]: 1_000_000 });
    const limiter = new RateLimiter(limits, systemClock);
    return new ApiClient({
      connection: 'played',
      connector,
      baseUrl: (token) => this.#redirected(connector.baseUrl(parsed, token)),
      authoriser: createAuthoriser(
        connector.auth(parsed),
        this.#tokens(parsed as Record<string, string>),
        systemClock,
      ),
      permits: new Permits(permitsOf(limiter), limits, systemClock),
      recorder: this.recorder,
      clock: systemClock,
      fetch: ((input: Request) => this.#send(input)) as typeof fetch,
      account: () => this.account,
    });
  }

  #tokens(credentials: Readonly<Record<string, string>>): TokenPort {
    const { connector } = this.candidate;
    const auth = connector.auth(credentials);
    if (!('tokenUrl' in auth)) return noTokens;
    let kept: AccessToken | null = null;
    const shelf = {
      load: async () => kept,
      save: async (token: AccessToken | null) => {
        kept = token;
      },
    };
    const played = { ...auth, tokenUrl: this.#redirected(auth.tokenUrl) };
    const scopes = documentTargets(connector).flatMap((target) => target.scopes ?? []);
    const send = (request: Request) => this.#send(request);
    return new TokenSource(played, shelf, send, systemClock, connector.name, scopes);
  }

  #redirected(url: string): string {
    const { connector } = this.candidate;
    return redirected(connector, url, { [connector.id]: `http://sandbox.example/${connector.id}` });
  }

  async #send(request: Request): Promise<Response> {
    const { line } = this;
    if (line === null) return this.#handed(request);
    line.left--;
    const answer = line.left >= 0 || (line.left === -1 && line.isDone) ? await this.#handed(request) : null;
    if (answer === null || line.left < 0) throw new TypeError('The line is dead.');
    return answer;
  }

  #handed(request: Request): Promise<Response> {
    const url = new URL(request.url);
    url.pathname = url.pathname.slice(this.candidate.connector.id.length + 1);
    return this.sandbox.handle(this.candidate.connector.id, new Request(url, request));
  }
}

/**
 * Who may call (sheets 2, 4). What is not known, and how it is played: every refusal of a key, a date or a hash is a 401
 * without a code; a date in another form than the three that clients use is refused; refused calls do not count.
 */
import { FixedWindow } from '../../kit/access/rate-limits.ts';
import type { World } from '../../kit/stand-in.ts';
import { Store } from '../../kit/store/store.ts';
import { coded, fault, notFound } from '../refusal.ts';
import { type CcvSettings, publicKey, secretKey } from '../settings.ts';
import { signatureOf } from './signature.ts';

const maxOffMs = 5 * 60_000;
const minuteMs = 60_000;
/** The prefix of the sandbox, which is taken off before a request comes here. */
const mount = '/ccv';

export interface Credential {
  readonly id: number;
  readonly label: string;
  readonly publicKey: string;
  readonly secret: string;
}

/** A request whose hash was right: the answer is signed over the same address. */
interface Admitted {
  readonly credential: Credential;
  readonly uri: string;
}

const first: Credential = { id: 1, label: 'Koppel', publicKey, secret: secretKey };

export class Access extends Store {
  /** Null: it was deleted. */
  readonly credential = this.cell<Credential | null>('credential', first);
  readonly #settings: () => CcvSettings;
  /** Of the last minute only, so no part of a snapshot; by the height of the limit. */
  readonly #windows = new Map<number, FixedWindow>();

  constructor(world: World, settings: () => CcvSettings) {
    super(world, () => 0);
    this.#settings = settings;
  }

  /** Throws a `Refusal`. */
  async admit(request: Request, body: string): Promise<Admitted> {
    const [key, date, hash] = ['x-public', 'x-date', 'x-hash'].map((name) => request.headers.get(name));
    if (!key || !date || !hash) throw fault(401, 'x-public, x-date and x-hash are required');
    const credential = this.credential.value;
    if (credential === null || key !== credential.publicKey) throw fault(401, 'The public key is unknown');
    this.#checkDate(date);
    const signed = { publicKey: key, method: request.method, body, date };
    for (const uri of this.#addresses(request)) {
      if ((await signatureOf(credential.secret, { ...signed, uri })) !== hash) continue;
      // The app that the key belongs to was removed (sheet 12, 12).
      if (!this.#settings().planAllowsApi) throw coded('500.90', 'The required app is not installed');
      return { credential, uri };
    }
    throw fault(401, 'The hash is not correct');
  }

  /** Per route and minute, and all together (sheet 4.2). */
  count(method: string, template: string): void {
    const { limits, limitFaults, getsPerMinute, writesPerMinute, queriesPerMinute, callsPerMinute } =
      this.#settings();
    if (limitFaults > 0 && this.world.random() < limitFaults)
      throw coded('500.10', 'Unknown rate limit fault');
    if (!limits) return;
    const ofRoute = method === 'GET' ? getsPerMinute : writesPerMinute;
    const most = template.endsWith('/productqueries') ? queriesPerMinute : ofRoute;
    const resource = template.split('/')[4] ?? '';
    const isOver = (key: string, limit: number) => this.#window(limit).check(key, this.world.now()) !== null;
    if (isOver(`${method} ${template}`, most)) {
      throw coded('429.10', `limit per minute reached for ${method} ${resource}`);
    }
    if (isOver('all', callsPerMinute)) throw coded('429.11', 'total limit per minute reached');
  }

  /** The headers of an answer that succeeded, also of one without a body. */
  async signs({ credential, uri }: Admitted, method: string, body: string): Promise<Record<string, string>> {
    const { answersSigned } = this.#settings();
    if (answersSigned === 'none') return {};
    const date = new Date(this.#now()).toISOString().replace(/\.\d+Z$/, '+00:00');
    const signed = { publicKey: credential.publicKey, method, uri, body, date };
    const secret = answersSigned === 'wrong' ? `not ${credential.secret}` : credential.secret;
    return { 'x-date': date, 'x-hash': await signatureOf(secret, signed) };
  }

  /** Throws 404 for another one: a key sees itself only. */
  own(id: string): Credential {
    const credential = this.credential.value;
    if (credential === null || String(credential.id) !== id) throw notFound('credentials');
    return credential;
  }

  override clear(): void {
    super.clear();
    this.#windows.clear();
  }

  #checkDate(text: string): void {
    const isKnown = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|\+00:?00)$/.test(text);
    const at = isKnown ? Date.parse(text.replace('+0000', '+00:00')) : Number.NaN;
    if (Number.isNaN(at)) throw fault(401, 'x-date is not a UTC date');
    if (Math.abs(at - this.#now()) > maxOffMs) throw fault(401, 'x-date is more than 5 minutes off');
  }

  #now(): number {
    return this.world.now() + this.#settings().clockSkewMs;
  }

  #window(limit: number): FixedWindow {
    const known = this.#windows.get(limit);
    if (known !== undefined) return known;
    const made = new FixedWindow(limit, minuteMs);
    this.#windows.set(limit, made);
    return made;
  }

  /** As it arrives here, with the sandbox's prefix, and below the path of a root of its own. */
  #addresses(request: Request): string[] {
    const { pathname, search } = new URL(request.url);
    const { root } = this.#settings();
    const above = root === null ? '' : new URL(root).pathname.replace(/\/$/, '');
    return [...new Set(['', mount, above])].map((prefix) => `${prefix}${pathname}${search}`);
  }
}

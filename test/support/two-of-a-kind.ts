import { storeId } from '../../sandbox/ecwid/settings.ts';
import { seededRandom } from '../../sandbox/kit/random.ts';
import { Sandbox } from '../../sandbox/sandbox.ts';
import { PlayedSystems } from './played-systems.ts';
import { credentials, hosts } from './systems.ts';

type System = 'ecwid' | 'magento';
export type Which = 'first' | 'second';

const secondHost = 'other.example.com';
const secondStore = '1004';

/** Two accounts of one system, whose records count from the same numbers: two Ecwid stores, or two Magento shops. */
export class TwoOfAKind extends PlayedSystems {
  readonly #second: Sandbox;
  /** Calls that changed something, by whose they were: `second POST /rest/all/V1/products`. */
  readonly changes: string[] = [];

  constructor(readonly system: System) {
    super({ ...hosts, [secondHost]: 'magento' });
    const { clock } = this;
    this.#second = new Sandbox(
      { now: () => clock.now(), random: seededRandom(12), sleep: (ms) => clock.sleep(ms) },
      (request) => this.sandbox.handle('ecwid', request),
    );
    this.#second.reset(false);
    for (const each of [this.sandbox, this.#second])
      each.standIn('ecwid')?.change({ fetchesPictures: false });
  }

  /** The same secrets open both. */
  credentials(which: Which) {
    if (which === 'first') return credentials[this.system];
    return this.system === 'magento'
      ? { ...credentials.magento, address: `https://${secondHost}` }
      : { ...credentials.ecwid, storeId: secondStore };
  }

  /** A lever of the one or the other. */
  async lever<Answer>(which: Which, method: string, path: string, body?: unknown): Promise<Answer> {
    if (which === 'first') return this.control<Answer>(this.system, method, path, body);
    const control = this.#second.standIn(this.system)?.control();
    const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const response = await control?.request(path, init);
    if (!response?.ok) throw new Error(`${method} ${path}: ${response?.status} ${await response?.text()}`);
    return (response.status === 204 ? null : await response.json()) as Answer;
  }

  protected override async carry(request: Request): Promise<Response> {
    const { hostname, pathname } = new URL(request.url);
    const inSecond = `/api/v3/${secondStore}/`;
    const isSecond = hostname === secondHost || pathname.startsWith(inSecond);
    if (request.method !== 'GET' && !pathname.endsWith('special-price-information'))
      this.changes.push(`${isSecond ? 'second' : 'first'} ${request.method} ${pathname}`);
    if (!isSecond) return super.carry(request);
    const url = request.url.replace(inSecond, `/api/v3/${storeId}/`);
    const { method, headers } = request;
    const body = request.body === null ? {} : { body: await request.text() };
    return this.#second.handle(this.system, new Request(url, { method, headers, ...body }));
  }
}

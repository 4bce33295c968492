import { beforeEach, describe, expect, test } from 'vitest';
import { faultRule } from '../../../sandbox/kit/faults/faults.ts';
import { seededRandom } from '../../../sandbox/kit/random.ts';
import { Sandbox } from '../../../sandbox/sandbox.ts';
import type { OpenedActivation } from '../../../src/engine/connection/activations.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { ActivatedLife, begun } from './support.ts';

const base = 'https://koppel.example.com';
const admin = 'https://shop.example.com';

/** A draft, and the shop of the sandbox, which calls what is entered there. */
class SandboxLife extends ActivatedLife {
  /** How long what the shop sends is under way. */
  lateMs = 0;
  readonly sandbox = new Sandbox(this.clock, (request) => this.#arrive(request));

  protected override carry(request: Request): Promise<Response> {
    return this.sandbox.handle('magento', request);
  }

  async #arrive(request: Request): Promise<Response> {
    const secret = new URL(request.url).pathname.split('/').at(-1) ?? '';
    const sent = await request.text();
    if (this.lateMs > 0) await this.clock.sleep(this.lateMs);
    const status = await this.integration.takeActivation('shop', secret, sent).then(
      () => 200,
      () => 409,
    );
    return new Response(null, { status });
  }

  /** The admin of the shop enters these addresses, and presses the button. */
  activate({ callback, identity }: OpenedActivation) {
    const { integrations } = this.sandbox.systems.magento.showcase();
    if (integrations === null) throw new Error('The shop has no integrations.');
    const to = {
      callbackUrl: `${base}/callback/${callback}`,
      identityLinkUrl: `${base}/identity/${identity}`,
    };
    return this.do(async () => integrations.activate(to, admin));
  }

  /** Whether the connection opens the shop; else the code of the problem. */
  async works(): Promise<true | string> {
    const [check] = await this.do((integration) => integration.check('en', 'shop'));
    return check?.ok === true ? true : (check?.problem?.code ?? '');
  }

  fault(rule: object): void {
    this.sandbox.faults.add(faultRule.parse({ system: 'magento', ...rule }));
  }
}

let life: SandboxLife;

beforeEach(async () => {
  life = await begun(new SandboxLife('mugs', new VirtualClock(undefined, seededRandom(1))));
  life.sandbox.reset(false);
});

describe('the shop of the sandbox', () => {
  test('is connected when its admin activates the integration, and is read with what it gave', async () => {
    const opened = life.opened(admin);
    const { integration, goTo } = await life.activate(opened);
    expect(integration).toMatchObject({ isActive: true, answer: 200 });
    const { consumerKey = '' } = (await life.credentials()) ?? {};
    expect(consumerKey).toBe(integration.consumerKey);
    expect(await life.works()).toBe(true);
    const { search, href } = new URL(goTo ?? '');
    expect(href).toContain(`${base}/identity/${opened.identity}`);
    const outcome = life.integration.activationOutcome('shop', opened.identity, search);
    expect(outcome).toEqual({
      ...{ state: 'done', system: 'Magento 2', isDraft: true, problem: null },
      back: `${admin}/page/magento/integrations/${integration.id}`,
    });
  });

  test('names its consumer by the key where it does so, and is connected all the same', async () => {
    const { magento } = life.sandbox.systems;
    magento.change({ identityLinkNames: 'oauth_consumer_key', tokenMediaType: 'text/html; charset=UTF-8' });
    const opened = life.opened();
    const { goTo } = await life.activate(opened);
    const { state, back } = life.integration.activationOutcome(
      'shop',
      opened.identity,
      new URL(goTo ?? '').search,
    );
    expect([state, back !== null, await life.works()]).toEqual(['done', true, true]);
  });

  test('is not connected again by addresses that are used up, and is by new ones', async () => {
    const opened = life.opened();
    await life.activate(opened);
    const again = await life.activate(opened);
    expect(again).toMatchObject({ integration: { answer: 409, isActive: false }, goTo: null });
    // The shop forgets the token of before first.
    expect(await life.works()).toBe('credentials_refused');
    expect((await life.activate(life.opened())).integration).toMatchObject({ isActive: true, answer: 200 });
    expect(await life.works()).toBe(true);
  });

  test.each(
    ['request', 'access'].flatMap((step) =>
      ['unanswered', 'drop', 'truncated', 'html', 'empty'].map((kind) => [step, kind]),
    ),
  )('is connected at the second try where the %s call was %s', async (step, kind) => {
    life.fault({ kind, method: 'POST', path: `/oauth/token/${step}` });
    const opened = life.opened();
    const first = life.activate(opened);
    // The shop waits for five seconds, and Koppel for twenty.
    const { integration, goTo } = await first;
    expect(integration.answer).toBe(kind === 'unanswered' || kind === 'drop' ? 'timeout' : 409);
    expect(goTo).toBeNull();
    await life.clock.advance(60_000);
    expect(life.seen()).toMatchObject({ state: 'waiting', problem: { code: 'activation_unanswered' } });
    expect(await life.credentials()).toBeNull();
    expect((await life.activate(opened)).integration).toMatchObject({ isActive: true, answer: 200 });
    expect(await life.works()).toBe(true);
  });

  test('though it hung up meanwhile, is connected where its answer came in the end', async () => {
    life.fault({ kind: 'slow', ms: 8_000, method: 'POST', path: '/oauth/token/access' });
    const opened = life.opened();
    const { integration, goTo } = await life.activate(opened);
    expect([integration.answer, goTo]).toEqual(['timeout', null]);
    expect(life.seen().state).toBe('under-way');
    await life.clock.advance(10_000);
    expect(life.seen().state).toBe('done');
    expect(await life.works()).toBe(true);
  });

  test('takes its keys for nothing after 300 seconds', async () => {
    life.lateMs = 301_000;
    const opened = life.opened();
    await life.activate(opened);
    await life.clock.advance(400_000);
    expect(life.seen().problem?.code).toBe('activation_refused');
    expect(await life.credentials()).toBeNull();
    life.lateMs = 0;
    expect((await life.activate(opened)).integration.isActive).toBe(true);
  });
});

import type { ActivationView, OpenedActivation } from '../../../src/engine/connection/activations.ts';
import type { Opened, Result } from '../../../src/engine/connection/ports.ts';
import type { PortCall } from '../../../src/engine/connection/remote-ports.ts';
import type { Integration } from '../../../src/engine/integration.ts';
import { RequestError } from '../../../src/engine/request-error.ts';
import { Problem } from '../../../src/records/problem.ts';
import { ActivatingShop } from '../../support/activating-shop.ts';
import { EngineLife } from '../../support/engine-life.ts';

export const address = 'https://shop.example.com/winkel';
export const by = { who: 'Agency', token: 7, via: 'page' } as const;

/** A draft between a shop that is activated and books that nobody has connected. */
export class ActivatedLife extends EngineLife {
  readonly shop = new ActivatingShop(address, () => this.clock.now());

  protected carry(request: Request): Promise<Response> {
    return this.shop.answer(request);
  }

  do<Value>(work: (integration: Integration) => Value | Promise<Value>): Promise<Value> {
    return this.clock.settle(Promise.resolve().then(() => work(this.integration)));
  }

  /** Somebody has Koppel show the addresses. */
  opened(where?: string | null): OpenedActivation {
    return this.integration.openActivation('shop', where, by);
  }

  /** The shop sends this to the first of them. */
  take({ callback }: Pick<OpenedActivation, 'callback'>, sent: string): Promise<unknown> {
    return this.do((integration) => integration.takeActivation('shop', callback, sent));
  }

  /** The code of what it is refused with. */
  async refusal(work: Promise<unknown>): Promise<string> {
    const error: unknown = await work.then(
      () => new Error('It was not refused.'),
      (thrown: unknown) => thrown,
    );
    if (error instanceof Problem) return error.code;
    if (error instanceof RequestError) return error.data.code;
    throw error;
  }

  seen(): ActivationView {
    return this.integration.activation('shop');
  }

  /** What is stored of the shop's credentials, opened; null before. */
  async credentials(): Promise<Opened['credentials'] | null> {
    if (this.stores.connections.get('shop') === null) return null;
    const call: PortCall = { port: 'open', args: [], mark: null };
    const opened = (await this.do((integration) => integration.port('shop', call))) as Result<Opened>;
    return opened.ok ? opened.value.credentials : null;
  }

  /** Newest first. */
  deeds(): string[] {
    return this.integration.trail({}, 50).map(({ code, who }) => `${code} by ${who}`);
  }
}

export async function drafted(): Promise<ActivatedLife> {
  return begun(new ActivatedLife('mugs'));
}

/** A draft of which nothing is connected. */
export async function begun<Life extends ActivatedLife>(life: Life): Promise<Life> {
  await life.open();
  await life.do((integration) =>
    integration.configure({
      name: 'Mugs',
      state: 'draft',
      connections: { shop: { connector: 'magento' }, books: { connector: 'jortt' } },
    }),
  );
  return life;
}

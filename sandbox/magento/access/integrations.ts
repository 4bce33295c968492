import type { Answer } from '../../kit/http/sent.ts';
import { textOf } from '../../kit/random.ts';
import type { AppAddresses } from '../../kit/shop/integrations.ts';
import type { World } from '../../kit/stand-in.ts';
import { Store } from '../../kit/store/store.ts';
import { accessToken, accessTokenSecret, consumerKey, consumerSecret } from './settings.ts';

/** A consumer has one token, which becomes the next kind with every step of the handshake (M233). */
export type Token =
  | { readonly kind: 'verifier'; readonly verifier: string }
  | { readonly kind: 'request'; readonly verifier: string; readonly token: string; readonly secret: string }
  | {
      readonly kind: 'access';
      readonly token: string;
      readonly secret: string;
      readonly isRevoked: boolean;
    };

interface Consumer {
  readonly key: string;
  readonly secret: string;
}

/** An integration with its consumer, which has the same number here. */
export interface Integration {
  readonly id: number;
  /** Null: a person copies its credentials. */
  readonly addresses: AppAddresses | null;
  readonly consumer: Consumer;
  readonly isActive: boolean;
  /** When the consumer was handed to the callback last; null: never. */
  readonly handedOverAt: number | null;
  readonly answer: Answer | null;
  readonly token: Token;
}

/** The one whose four values the admin shows. */
const copied: Integration = {
  id: 1,
  addresses: null,
  consumer: { key: consumerKey, secret: consumerSecret },
  isActive: true,
  handedOverAt: null,
  answer: null,
  token: { kind: 'access', token: accessToken, secret: accessTokenSecret, isRevoked: false },
};

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A key, a secret, a token or a verifier: 32 characters each (sheet 2.1). */
export function credential(world: World): string {
  return textOf(() => world.random(), letters, 32);
}

/** The integrations of the shop. */
export class Integrations extends Store {
  readonly #all = this.records<Integration>('all');
  readonly #ids = this.counters<'integration'>('ids', { integration: copied.id });

  constructor(world: World) {
    super(world, () => 0);
    this.save(copied);
  }

  all(): Integration[] {
    return this.#all.all();
  }

  get(id: string | number): Integration | undefined {
    return this.#all.get(String(id));
  }

  ofConsumer(key: string): Integration | undefined {
    return this.all().find(({ consumer }) => consumer.key === key);
  }

  ofToken(name: string): Integration | undefined {
    return this.all().find(({ token }) => token.kind !== 'verifier' && token.token === name);
  }

  at(callbackUrl: string): Integration | undefined {
    return this.all().find(({ addresses }) => addresses?.callbackUrl === callbackUrl);
  }

  nextId(): number {
    return this.#ids.next('integration');
  }

  save(integration: Integration): void {
    this.#all.set(String(integration.id), integration);
  }

  /** Changes what it is by now; false where there is none any more. */
  change(id: string | number, change: (now: Integration) => Partial<Integration>): boolean {
    const now = this.get(id);
    if (now === undefined) return false;
    this.save({ ...now, ...change(now) });
    return true;
  }

  /** With its consumer and token. */
  remove(id: string): boolean {
    return this.#all.delete(id);
  }

  override clear(): void {
    super.clear();
    this.save(copied);
  }
}

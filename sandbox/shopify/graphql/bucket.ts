import type { World } from '../../kit/stand-in.ts';
import { Cell } from '../../kit/store/cell.ts';
import type { ShopifySettings } from '../settings.ts';

/** Points a second and the size of the bucket, by plan (sheet 3.1). */
const plans = { standard: [100, 2000], advanced: [200, 4000], plus: [1000, 20_000] } as const;

export interface ThrottleStatus {
  readonly maximumAvailable: number;
  readonly currentlyAvailable: number;
  readonly restoreRate: number;
}

/** The points that are left of one app in one shop. */
export class Bucket extends Cell<{ readonly taken: number; readonly at: number }> {
  readonly #world: World;
  readonly #settings: () => ShopifySettings;

  constructor(world: World, settings: () => ShopifySettings) {
    super({ taken: 0, at: 0 });
    this.#world = world;
    this.#settings = settings;
  }

  /** Takes the points, or returns false where there is no room for them. */
  take(points: number): boolean {
    const { currentlyAvailable } = this.status();
    if (this.#settings().limits && points > currentlyAvailable) return false;
    this.#add(points);
    return true;
  }

  giveBack(points: number): void {
    this.#add(-points);
  }

  status(): ThrottleStatus {
    const [restoreRate, maximumAvailable] = plans[this.#settings().plan];
    return {
      maximumAvailable,
      currentlyAvailable: Math.floor(maximumAvailable - this.#taken()),
      restoreRate,
    };
  }

  #taken(): number {
    const [restoreRate] = plans[this.#settings().plan];
    const { taken, at } = this.value;
    return Math.max(0, taken - ((this.#world.now() - at) / 1000) * restoreRate);
  }

  #add(points: number): void {
    this.value = { taken: Math.max(0, this.#taken() + points), at: this.#world.now() };
  }
}

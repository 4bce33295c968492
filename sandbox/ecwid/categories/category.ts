import type { JsonObject } from '../../kit/json.ts';
import type { Picture } from '../pictures/picture.ts';

/** A category as the store keeps it (sheet 6.1). Which products it has stands in the products. */
export interface StoredCategory {
  readonly id: number;
  /** 0: at the top. */
  readonly parentId: number;
  readonly orderBy: number;
  readonly fields: JsonObject;
  readonly picture: Picture | null;
  /** Milliseconds. */
  readonly updatedAt: number;
}

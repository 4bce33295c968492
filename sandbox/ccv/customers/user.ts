import type { JsonObject } from '../../kit/json.ts';
import type { Links } from '../call/links.ts';

/** An account in the shop. Guests have none. */
export interface User {
  readonly id: number;
  readonly username: string;
  readonly groupId: number | null;
  /** May log in. */
  readonly status: boolean;
  readonly approval: 'pending' | 'accepted';
  readonly categoryDiscount: 'highest' | 'lowest';
  /** As the API shows it. */
  readonly info: JsonObject;
}

export function userOnWire(user: User, links: Links): JsonObject {
  const below = (name: string) => links.ref('users', user.id, name);
  return {
    href: links.self('users', user.id),
    id: user.id,
    username: user.username,
    group_id: user.groupId,
    status: user.status,
    approval_status: user.approval,
    product_in_category_discount: user.categoryDiscount,
    userinfo: user.info,
    creditpoints: below('creditpoints'),
    creditpointmutations: below('creditpointmutations'),
    disabledpaymethods: below('disabledpaymethods'),
    parent: links.ref('users'),
  };
}

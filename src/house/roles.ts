/** Who may do what. Plain data and functions: routes refuse by them, and pages show nothing that would be refused. */

/** From much to little. A bookkeeper sees everything, retries and leaves out, and changes no settings. */
export const roles = ['admin', 'bookkeeper', 'read-only'] as const;
export type Role = (typeof roles)[number];

/**
 * What a route asks of whoever calls it. `open`: nothing. `known`: to be somebody; what it shows is of their integrations.
 * `read`, `work` and `manage`: of the integration that its path names. `house`: what belongs to the deployment as a whole.
 */
export type Need = 'open' | 'known' | 'read' | 'work' | 'manage' | 'house';

/** Whoever asks: a token, or the admin token, which is none of those that were made. */
export interface Caller {
  /** The token's id; null for ADMIN_TOKEN. */
  readonly token: number | null;
  readonly name: string;
  readonly role: Role;
  readonly integrations: 'all' | readonly string[];
}

/** The name that no other token may have. */
export const keyName = 'ADMIN_TOKEN';

/** The key to the house. */
export const keyHolder: Caller = { token: null, name: keyName, role: 'admin', integrations: 'all' };

const does: Readonly<Record<Role, readonly Need[]>> = {
  admin: ['open', 'known', 'read', 'work', 'manage'],
  bookkeeper: ['open', 'known', 'read', 'work'],
  'read-only': ['open', 'known', 'read'],
};

/** Whether an integration is one of theirs. */
export function sees({ integrations }: Caller, id: string): boolean {
  return integrations === 'all' || integrations.includes(id);
}

/** Whether their role goes so far. The deployment as a whole is for admins of all of it. */
export function may({ role, integrations }: Caller, need: Need): boolean {
  return need === 'house' ? role === 'admin' && integrations === 'all' : does[role].includes(need);
}

import type { ExistingCustomer, JsonObject } from '../../../connectors/contract/target.ts';
import type { Identity } from '../../../records/identity.ts';
import type { CustomerKeys } from './links.ts';

/** Whose record it is, and what is written: `fingerprint` is that of the body. */
interface Planned {
  readonly keys: CustomerKeys;
  readonly fingerprint: string;
  /** Other records that somebody who booked by hand may have taken for this one. */
  readonly instead?: readonly string[];
}

/** What is to be done about a customer in the target. Planning reads only. `use` names nobody where the order goes as a guest. */
export type CustomerPlan =
  | {
      readonly kind: 'use';
      readonly id: string;
      readonly keys?: CustomerKeys;
      /** Of a guest: whose accounts have the address. */
      readonly besides?: readonly string[];
    }
  | ({
      readonly kind: 'adopt';
      readonly id: string;
      /** What an order says of it. It is not written. */
      readonly body?: JsonObject;
    } & Planned)
  | ({ readonly kind: 'update'; readonly existing: ExistingCustomer; readonly body: JsonObject } & Planned)
  | ({
      readonly kind: 'create';
      readonly body: JsonObject;
      /** What tells the new record from others with its address. */
      readonly identity: Identity;
      /** What the step is named by, where an earlier try began it under another key. */
      readonly begunAs?: CustomerKeys;
      /** Records with its address that stood there before, and are none of those meant. */
      readonly besides?: readonly string[];
      /** Of an order: the account that it was placed with, where the new record is to be that one's. */
      readonly accountId?: string | undefined;
      /** Is called when the call is begun. */
      readonly begins?: () => void;
    } & Planned);

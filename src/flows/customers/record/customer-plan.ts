import type { ExistingCustomer, JsonObject } from '../../../connectors/contract/target.ts';
import type { Identity } from '../../../records/identity.ts';
import type { LateWork } from '../../links.ts';
import type { BegunNewcomer } from './call-step.ts';
import type { CustomerKeys } from './links.ts';

/** Whose record it is, and what is written: `fingerprint` is that of the body. */
interface Planned {
  readonly keys: CustomerKeys;
  /** What tells who is meant from others with the address. */
  readonly identity: Identity;
  readonly fingerprint: string;
  /** The fingerprint of what an order says, where `fingerprint` does not tell that. */
  readonly said?: string;
  /** What may still be done late of what orders sent there, after this look; left out where there was none. */
  readonly late?: LateWork | null;
  /** Other records that somebody who booked by hand may have taken for this one. */
  readonly instead?: readonly string[];
}

/** A call that was begun, and whom it makes. */
export interface BegunEarlier {
  readonly step: string;
  readonly newcomer: BegunNewcomer;
}

/** What is to be done about a customer in the target. Planning reads only. `use` names nobody where the order goes as a guest. */
export type CustomerPlan =
  | {
      readonly kind: 'use';
      readonly id: string;
      readonly keys?: CustomerKeys;
      readonly identity?: Identity;
      readonly said?: string;
      readonly late?: LateWork | null;
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
      /** The name of the step, where an earlier try began it under another key. */
      readonly step?: string;
      /** What an earlier try began for the same account under another address comes first. */
      readonly earlier?: BegunEarlier;
      /** Records with its address that stood there before, and are none of those meant. */
      readonly besides?: readonly string[];
      /** Of an order: the account that it was placed with, where the new record is to be that one's. */
      readonly accountId?: string | undefined;
      /** Is called when the call is begun, with the name of its step. */
      readonly begins?: (step: string) => void;
    } & Planned);

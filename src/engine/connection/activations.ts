import { connectorById } from '../../connectors/registry.ts';
import { asProblem, Problem, rejected } from '../../records/problem.ts';
import type { Params } from '../../texts/catalogue.ts';
import type { Texts } from '../../texts/en.ts';
import type { DocumentChanges } from '../configuration/document-changes.ts';
import type { LoadedDocument } from '../configuration/loaded-document.ts';
import { redirected } from '../http/base-url.ts';
import { hashOf, newSecret } from '../privacy/random-secret.ts';
import { type ProblemView, showProblem } from '../reporting/views.ts';
import { conflict, notFound, RequestError } from '../request-error.ts';
import type { ActivationRow } from '../storage/activations.ts';
import type { Stores } from '../storage/stores.ts';
import type { By } from '../storage/trail.ts';
import { type Activated, checkedAddress, checkedCredentials, isSame, isWithin } from './activation-checks.ts';
import { askForAccess } from './ask-for-access.ts';
import type { Surroundings } from './session.ts';

/** How long its two addresses are good. */
const livesMs = 3_600_000;

/** The secrets of the two addresses, which are told this once. */
export interface OpenedActivation {
  readonly callback: string;
  readonly identity: string;
  readonly until: string;
}

export interface ActivationView {
  /** `none`: none was opened of late. `over`: its hour went by and nothing came of it. */
  readonly state: 'none' | 'waiting' | 'under-way' | 'done' | 'over';
  readonly until: string | null;
  readonly openedBy: string | null;
  /** Where the system must be; null: wherever it is. */
  readonly address: string | null;
  /** Why the last try came to nothing. */
  readonly problem: ProblemView | null;
}

/** What is told to whoever comes with the browser that the system sends. */
export interface ActivationOutcome extends Pick<ActivationView, 'state' | 'problem'> {
  readonly system: string;
  /** Its integration is a draft still. */
  readonly isDraft: boolean;
  /** Where the system wants the browser back, where that is in the system which was connected. */
  readonly back: string | null;
}

interface ActivationParts extends Pick<Surroundings, 'fetch' | 'clock' | 'baseUrls'> {
  readonly stores: Stores;
  readonly loaded: LoadedDocument;
  readonly changes: DocumentChanges;
}

/**
 * Connections that the system's own people make there. Nobody who calls has logged in: an address holds a secret of which a hash is kept,
 * is good for an hour and for one success, and stands for whoever opened it. All that comes of a call is stored in one transaction, or
 * nothing.
 */
export class Activations {
  readonly #parts: ActivationParts;
  /** By the hash of its address. */
  readonly #underWay = new Set<string>();

  constructor(parts: ActivationParts) {
    this.#parts = parts;
  }

  /**
   * Makes two new addresses; those of before are good no more. `address`: where the system must be, null for anywhere; left out, where the
   * connection says that it is.
   */
  open(connection: string, address: string | null | undefined, by: By): OpenedActivation {
    const { stores, clock, loaded } = this.#parts;
    const { credentials } = loaded.required().document.connections[connection] ?? {};
    const connector = this.#connector(connection);
    const given = address === undefined ? (credentials?.[connector.activation.place] ?? null) : address;
    const expected = given === null ? null : checkedAddress(connector, given);
    const [callback, identity] = [newSecret(), newSecret()];
    const until = clock.now() + livesMs;
    stores.sql.transaction(() => {
      stores.activations.put(connection, {
        ...{ callback: hashOf(callback), identity: hashOf(identity), connector: connector.id },
        ...{ expected, by, until, connected: null, problem: null },
      });
      stores.trail.add(clock.now(), by, { code: 'activation_opened', params: { connection } });
    });
    return { callback, identity, until: new Date(until).toISOString() };
  }

  /** Throws `not_found` for a connection that there is not. */
  view(connection: string, texts: Texts): ActivationView {
    const { connections } = this.#parts.loaded.required().document;
    if (!Object.hasOwn(connections, connection)) throw notFound('connection');
    const row = this.#parts.stores.activations.get(connection);
    if (row === null || row.connector !== connections[connection]?.connector)
      return { state: 'none', until: null, openedBy: null, address: null, problem: null };
    const { until, by, expected: address } = row;
    return {
      ...this.#outcome(row, texts),
      ...{ until: new Date(until).toISOString(), openedBy: by.who, address },
    };
  }

  /** Who opened the address that a system calls, as it must be known before anything is done in their name. */
  openedBy(connection: string, secret: string): By {
    return this.#row(connection, 'callback', secret).by;
  }

  /** Takes what a system sent, and fetches the rest from it. Throws why nothing came of it, which is kept for whoever looks. */
  async take(connection: string, secret: string, sent: string): Promise<void> {
    const row = this.#row(connection, 'callback', secret);
    const { callback } = row;
    if (row.connected !== null) throw conflict('activation_used', {});
    if (row.until <= this.#parts.clock.now()) throw conflict('activation_over', {});
    if (this.#underWay.has(callback)) throw conflict('activation_running', {});
    const { name: system } = this.#connector(connection);
    this.#underWay.add(callback);
    try {
      // If this process ends before it is through, that is what people read.
      this.#note(connection, callback, rejected('activation_broken_off', { system }));
      await this.#carryOut(connection, row, sent);
    } catch (error) {
      this.#note(connection, callback, told(error, system));
      throw error;
    } finally {
      this.#underWay.delete(callback);
    }
  }

  /** What came of it. `query`: what the system sent the browser with. */
  outcome(connection: string, secret: string, query: string, texts: Texts): ActivationOutcome {
    const row = this.#row(connection, 'identity', secret);
    const connector = this.#connector(connection);
    const { activation, name: system } = connector;
    const isDraft = this.#parts.loaded.runtime?.state === 'draft';
    const asked = activation.back(new URLSearchParams(query));
    // Where BASE_URLS has a stand-in for it, that is where it is.
    const places =
      row.connected === null
        ? []
        : [row.connected, redirected(connector, row.connected, this.#parts.baseUrls)];
    const isOwn = asked !== null && places.some((place) => isWithin(asked, place));
    return { ...this.#outcome(row, texts), system, isDraft, back: isOwn ? asked : null };
  }

  async #carryOut(connection: string, row: ActivationRow, sent: string): Promise<void> {
    const { stores, clock, changes } = this.#parts;
    const { by, callback } = row;
    const connector = this.#connector(connection);
    const { activation, name: system } = connector;
    const handover = activation.receive(new URLSearchParams(sent));
    if (handover === null) throw rejected('activation_unreadable', { system });
    const credentials = checkedCredentials(connector, handover.credentials);
    const place = credentials[activation.place] ?? '';
    if (row.expected !== null && !isSame(connector, place, row.expected))
      throw rejected('activation_elsewhere', { system, expected: row.expected, value: place });
    const rest = await handover.complete(place, askForAccess(connector, this.#parts));
    await changes.enter(connection, { ...credentials, ...rest }, { by }, () => {
      const now = stores.activations.get(connection);
      // Somebody opened it anew meanwhile, or gave the connection another name.
      if (now?.callback !== callback) throw conflict('activation_over', {});
      stores.activations.put(connection, { ...now, connected: place, problem: null });
      stores.trail.add(clock.now(), by, { code: 'access_given', params: { connection } });
    });
  }

  #outcome(row: ActivationRow, texts: Texts): Pick<ActivationView, 'state' | 'problem'> {
    const { callback, connected, until, problem: last } = row;
    if (this.#underWay.has(callback)) return { state: 'under-way', problem: null };
    if (connected !== null) return { state: 'done', problem: null };
    const state = until <= this.#parts.clock.now() ? 'over' : 'waiting';
    return { state, problem: last && showProblem(last, texts) };
  }

  /** Nobody is told whether an integration or a connection is there. */
  #row(connection: string, which: 'callback' | 'identity', secret: string): ActivationRow {
    const { document } = this.#parts.loaded;
    const known = document?.connections[connection];
    const row = known && this.#parts.stores.activations.get(connection);
    // What is random and this long is found by no trying, however its comparison ends.
    if (!row || row.connector !== known?.connector || row[which] !== hashOf(secret))
      throw notFound('activation');
    return row;
  }

  #connector(connection: string): Activated {
    const { connections } = this.#parts.loaded.required().document;
    if (!Object.hasOwn(connections, connection)) throw notFound('connection');
    const connector = connectorById(connections[connection]?.connector ?? '');
    if (connector?.activation === undefined) throw conflict('no_activation', { name: connection });
    return connector as Activated;
  }

  #note(connection: string, callback: string, { code, params }: Told): void {
    const { activations } = this.#parts.stores;
    const row = activations.get(connection);
    if (row?.callback === callback) activations.put(connection, { ...row, problem: { code, params } });
  }
}

interface Told {
  readonly code: string;
  readonly params: Params;
}

/** Any other failure than a problem came after the access was given. */
function told(error: unknown, system: string): Told {
  if (error instanceof Problem) return error;
  const name = error instanceof RequestError ? error.data.code : asProblem(error).code;
  return rejected('activation_not_stored', { system, name });
}

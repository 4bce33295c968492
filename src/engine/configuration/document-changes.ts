import { defaultLanguage, type Language, textsIn } from '../../texts/languages.ts';
import type { Connection } from '../connection/connection.ts';
import type { Alerts } from '../reporting/alerts.ts';
import { type IntegrationView, type ProblemView, showProblem } from '../reporting/views.ts';
import { conflict, notFound } from '../request-error.ts';
import { hasTables } from '../storage/migrations.ts';
import type { By, DeedCode } from '../storage/trail.ts';
import { forgetBeginnings } from '../work/go-live.ts';
import { Locks } from '../work/locks.ts';
import type { OwnHooks } from '../work/own-hooks.ts';
import type { Runner } from '../work/runner.ts';
import type { RuntimeParts } from '../work/runtime-builder.ts';
import { acceptAccount } from './accept-account.ts';
import { aliasesOf } from './aliases.ts';
import { checkedLists } from './check-lists.ts';
import { type IntegrationDocument, type IntegrationState, integrationDocument } from './configuration.ts';
import type { Credentials } from './credentials.ts';
import type { LoadedDocument } from './loaded-document.ts';
import { openConnections } from './open-connections.ts';
import { renameConnection } from './rename-connection.ts';
import { restoredDocument } from './restored-document.ts';
import { nextRevision, revisionOf } from './revision.ts';
import {
  type CheckedConfiguration,
  type ConfigureOptions,
  checkConfiguration,
  storeConfiguration,
} from './store-configuration.ts';
import { trials } from './trial-connection.ts';

interface ChangeParts extends RuntimeParts {
  readonly loaded: LoadedDocument;
  readonly runner: Runner;
  readonly hooks: OwnHooks;
  readonly alerts: Alerts;
  /** What is shown of the integration when a change has been made. */
  readonly view: (language?: Language) => IntegrationView;
}

/** A document that may be stored, and what could not be checked of it. */
interface Checked extends CheckedConfiguration {
  readonly warnings: readonly ProblemView[];
}

/** Where it is kept what it was made with. */
const madeWith = 'made_with';

/** What it is called when a person turns an integration on or off. */
const turns: Readonly<Record<IntegrationState, DeedCode | null>> = {
  active: 'resumed',
  paused: 'paused',
  draft: null,
};

/** Every way in which the stored document, or what it means, becomes another. One change is made after the other. */
export class DocumentChanges {
  readonly #parts: ChangeParts;
  /** A document is stored as a whole or not at all, also when two come at once. */
  readonly #oneByOne = new Locks();
  #isClosed = false;

  constructor(parts: ChangeParts) {
    this.#parts = parts;
  }

  /**
   * Takes a new document. Secrets that it leaves out stay as they are; new credentials wake what waits for them. `alongside`: what is done in
   * the transaction that stores it.
   */
  configure(input: unknown, options: ConfigureOptions, alongside?: () => void): Promise<IntegrationView> {
    const saidAt = this.#parts.clock.now();
    return this.#next(() => this.#configure(input, options, saidAt, alongside));
  }

  /** New credentials of one connection; all else stays as it stands when its turn comes, and so do those that are left out. */
  enter(
    name: string,
    credentials: Credentials,
    options: ConfigureOptions,
    alongside: () => void,
  ): Promise<IntegrationView> {
    const saidAt = this.#parts.clock.now();
    return this.#next(() => {
      const { document } = this.#parts.loaded.required();
      const connection = document.connections[name];
      if (connection === undefined) throw notFound('connection');
      const entered = { ...connection, credentials: { ...connection.credentials, ...credentials } };
      const connections = { ...document.connections, [name]: entered };
      return this.#configure({ ...document, connections }, options, saidAt, alongside);
    });
  }

  /** `saidAt`: what begins with the document begins then, however long the systems take over their lists until it is stored. */
  async #configure(
    input: unknown,
    options: ConfigureOptions,
    saidAt: number,
    alongside?: () => void,
  ): Promise<IntegrationView> {
    const { stores, loaded, runner, view } = this.#parts;
    if (this.#isClosed) throw conflict('deleted', {});
    if (this.#isMade(options)) return view(options.language);
    const { warnings, ...checked } = await this.check(input, options);
    const { connections } = checked.document;
    await this.#leave(({ name, connector }) => connections[name]?.connector !== connector.id);
    const { renewed } = await storeConfiguration(this.#parts, checked, { ...options, saidAt }, () => {
      if (options.madeWith !== undefined) stores.meta.set(madeWith, options.madeWith);
      alongside?.();
    });
    const runtime = await loaded.load();
    for (const connection of runtime.connections) {
      if (renewed.has(connection.name)) runner.renewed(connection, runtime);
    }
    const shown = view(options.language);
    return { ...shown, warnings: [...shown.warnings, ...warnings] };
  }

  /** What makes it was sent a second time. */
  #isMade({ isNew = false, madeWith: told }: ConfigureOptions): boolean {
    const { stores } = this.#parts;
    return isNew && told !== undefined && hasTables(stores.sql) && stores.meta.get(madeWith) === told;
  }

  /** Makes a version of before the present one again, as far as it can be: whatever opens the connections is that of today. */
  restore(number: number, options: ConfigureOptions): Promise<IntegrationView> {
    const document = this.restorable(number);
    return this.configure(document, { ...this.ofNow(options), restored: number });
  }

  /** For a document that is made of the present one before its turn comes: what is saved until then is not replaced by it. */
  ofNow<Options extends ConfigureOptions>(options: Options): Options {
    return { ...options, revision: options.revision ?? revisionOf(this.#parts.stores) ?? undefined };
  }

  /** The document that `restore` would store. Throws `not_found` for a version that is not kept. */
  restorable(number: number): IntegrationDocument {
    const { stores, loaded } = this.#parts;
    const { document: today } = loaded.required();
    const kept = stores.revisions.document(number);
    if (kept === null) throw notFound('revision');
    const then = integrationDocument.parse(JSON.parse(kept));
    return restoredDocument(then, today, aliasesOf(stores));
  }

  /** Throws what `configure` would throw. Stores nothing. */
  async check(input: unknown, options: ConfigureOptions): Promise<Checked> {
    const { stores, loaded } = this.#parts;
    const connections = loaded.runtime?.connections ?? [];
    const stored = hasTables(stores.sql) ? stores : null;
    const checked = await checkConfiguration(stored, connections, input, options);
    const texts = textsIn(options.language ?? defaultLanguage);
    const unchecked = await checkedLists(checked, trials(this.#parts, connections, checked), texts);
    const isLive = loaded.runtime !== null && loaded.runtime.state !== 'draft';
    const warnings =
      isLive && checked.state === 'draft'
        ? [showProblem({ code: 'draft_again', params: {} }, texts), ...unchecked]
        : unchecked;
    return { ...checked, warnings };
  }

  /** A draft that becomes active goes live at this moment. Throws `not_connected` where nobody has connected all of it yet. */
  setState(state: IntegrationState, by?: By): Promise<void> {
    const { stores, loaded, clock } = this.#parts;
    const saidAt = clock.now();
    return this.#next(async () => {
      const { document, runtime } = loaded.required();
      const [open] = state === 'draft' ? [] : openConnections(document, runtime.connections);
      if (open !== undefined) throw conflict('not_connected', { name: open });
      stores.sql.transaction(() => {
        const before = stores.meta.get('state');
        const code = state === 'active' && before === 'draft' ? 'went_live' : turns[state];
        if (by && code && before !== state) stores.trail.add(clock.now(), by, { code, params: {} });
        stores.meta.set('state', state);
        forgetBeginnings(stores, { ...document, state }, { now: clock.now(), saidAt });
        nextRevision(stores, clock.now());
      });
      await loaded.load();
    });
  }

  /** Gives a connection another name. Whatever is under way ends first. */
  renameConnection(from: string, to: string, by?: By, language?: Language): Promise<IntegrationView> {
    const { id, seal, stores, clock, loaded, runner, view } = this.#parts;
    return this.#next(async () => {
      const { document } = loaded.required();
      // What a call brings meanwhile, such as a token, must not be sealed for the old name.
      loaded.pause();
      try {
        await runner.settled();
        await renameConnection({ id, seal, stores, now: clock.now(), by }, document, from, to);
      } finally {
        await loaded.load();
      }
      return view(language);
    });
  }

  /**
   * A person says what it means that a connection's credentials open another account than before: `another` starts afresh
   * with nothing carried over; `same` is the old one that moved.
   */
  acceptAccount(
    name: string,
    account: 'another' | 'same',
    by?: By,
    language?: Language,
  ): Promise<IntegrationView> {
    const { stores, clock, loaded, view } = this.#parts;
    return this.#next(async () => {
      stores.sql.transaction(() => {
        acceptAccount(stores, loaded.required().runtime, name, account, clock.now());
        const params = { connection: name, account };
        if (by) stores.trail.add(clock.now(), by, { code: 'account_accepted', params });
      });
      await loaded.load();
      return view(language);
    });
  }

  /** Starts nothing more and waits for the work in progress. Afterwards the storage may be deleted. */
  close(): Promise<void> {
    const { loaded, runner, alerts } = this.#parts;
    return this.#next(async () => {
      loaded.pause();
      alerts.close();
      await runner.settled();
      await this.#leave(() => true);
      // A caller that still holds the integration, such as the end of an alarm, finds nothing to do.
      loaded.unload();
      this.#isClosed = true;
    });
  }

  /** Takes away the webhooks that connections which go were asked for. */
  async #leave(goes: (connection: Connection) => boolean): Promise<void> {
    const { loaded, hooks } = this.#parts;
    for (const connection of loaded.runtime?.connections ?? [])
      if (goes(connection)) await hooks.leave(connection);
  }

  #next<Value>(change: () => Promise<Value>): Promise<Value> {
    return this.#oneByOne.run('document', change);
  }
}

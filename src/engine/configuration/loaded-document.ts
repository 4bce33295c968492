import { takingHooks } from '../connection/taking-hooks.ts';
import { openFingerprints } from '../privacy/fingerprint-key.ts';
import type { Fingerprints } from '../privacy/fingerprints.ts';
import { notFound } from '../request-error.ts';
import { hasTables, migrate } from '../storage/migrations.ts';
import type { Runtime } from '../work/runtime.ts';
import { RuntimeBuilder, type RuntimeParts } from '../work/runtime-builder.ts';
import { type IntegrationDocument, type IntegrationState, integrationDocument } from './configuration.ts';

/** The document that is in force, and the runtime that was made of it. There is neither before the first one is stored. */
export class LoadedDocument {
  readonly #parts: RuntimeParts;
  #builder: RuntimeBuilder;
  #fingerprints: Fingerprints | null = null;
  #document: IntegrationDocument | null = null;
  #runtime: Runtime | null = null;

  constructor(parts: RuntimeParts) {
    this.#parts = parts;
    this.#builder = new RuntimeBuilder(parts, false);
  }

  get document(): IntegrationDocument | null {
    return this.#document;
  }

  get runtime(): Runtime | null {
    return this.#runtime;
  }

  get fingerprints(): Fingerprints | null {
    return this.#fingerprints;
  }

  /** Throws `not_found` where nothing was configured. */
  required(): { document: IntegrationDocument; runtime: Runtime } {
    if (this.#document && this.#runtime) return { document: this.#document, runtime: this.#runtime };
    throw notFound('integration');
  }

  /** Opens what is stored. An integration that was never configured stores nothing. */
  async restore(): Promise<void> {
    const { stores, clock } = this.#parts;
    if (!hasTables(stores.sql)) return;
    migrate(stores.sql);
    if (stores.meta.get('document') === null) return;
    const crashed = stores.tasks.recover(clock.now()) > 0;
    this.#builder = new RuntimeBuilder(this.#parts, crashed);
    await this.load();
  }

  /** Puts the document that is stored into force. */
  async load(): Promise<Runtime> {
    const { id, seal, log, stores } = this.#parts;
    const document = integrationDocument.parse(JSON.parse(stores.meta.get('document') ?? '{}'));
    const fingerprints = this.#fingerprints ?? (await openFingerprints(id, stores.meta, seal, log));
    const hooked = await takingHooks({ id, seal, stores });
    const state = (stores.meta.get('state') ?? 'active') as IntegrationState;
    this.#fingerprints = fingerprints;
    this.#document = document;
    this.#runtime = this.#builder.build(document, fingerprints, state, hooked);
    return this.#runtime;
  }

  /** No more work begins until a document is loaded again. */
  pause(): void {
    this.#runtime = { ...this.required().runtime, paused: true };
  }

  /** The integration is deleted. */
  unload(): void {
    this.#runtime = null;
    this.#document = null;
  }
}

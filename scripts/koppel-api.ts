export interface Activity {
  readonly id: string;
  readonly at: string;
  readonly to: string;
  readonly key: string;
  readonly number: string | null;
  readonly outcome: string;
  readonly reason: string;
  readonly targetId: string | null;
  readonly calls: number;
}

export interface Transfer extends Activity {
  readonly payload: {
    readonly source?: {
      readonly number: string;
      readonly gross: string;
      readonly vat: string;
      readonly currency: string;
      readonly lines?: readonly { readonly sku?: string }[];
    };
    readonly totals?: { readonly gross: string; readonly vat: string };
  } | null;
}

/** A level as it was last written. */
export interface Level {
  readonly flow: string;
  readonly from: string;
  readonly to: string;
  readonly sku: string | null;
  readonly quantity: string | null;
  readonly writtenAt: string | null;
}

/** An integration as it tells of itself. */
export interface View {
  readonly id: string;
  readonly name: string;
  readonly connections: Readonly<Record<string, { readonly connector: string }>>;
  readonly flows: readonly { readonly flow: string }[];
  readonly problems: readonly {
    readonly message: string;
    readonly action: string;
    readonly count?: number;
  }[];
}

/** What the demonstration needs of Koppel's API. */
export class KoppelApi {
  readonly #url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  async integrations(): Promise<string[]> {
    const { items } = await this.#call<{ items: { id: string }[] }>('GET', '/integrations');
    return items.map(({ id }) => id);
  }

  view(integration: string): Promise<View> {
    return this.#call('GET', `/integrations/${integration}`);
  }

  async exists(integration: string): Promise<boolean> {
    return (await this.#fetch('GET', `/integrations/${integration}`)).ok;
  }

  async put(integration: string, document: unknown): Promise<void> {
    await this.#call('PUT', `/integrations/${integration}`, document);
  }

  async sync(
    integration: string,
    flow: string,
    what: { since: string } | { keys: string[] } | Record<string, never>,
  ): Promise<void> {
    await this.#call('POST', `/integrations/${integration}/sync`, { flow, ...what });
  }

  async pause(integration: string): Promise<void> {
    await this.#call('POST', `/integrations/${integration}/pause`);
  }

  async resume(integration: string): Promise<void> {
    await this.#call('POST', `/integrations/${integration}/resume`);
  }

  /** Open tasks by state, and those that ended. */
  async counts(integration: string): Promise<Record<string, number>> {
    const { counts } = await this.#call<{ counts: Record<string, number> }>(
      'GET',
      `/integrations/${integration}`,
    );
    return counts;
  }

  /** Newest first. */
  async activity(integration: string, limit: number): Promise<Activity[]> {
    const { items } = await this.#call<{ items: Activity[] }>(
      'GET',
      `/integrations/${integration}/activity?limit=${limit}`,
    );
    return items;
  }

  transfer(integration: string, activity: string): Promise<Transfer> {
    return this.#call('GET', `/integrations/${integration}/activity/${activity}`);
  }

  async levels(integration: string, sku: string): Promise<Level[]> {
    const { items } = await this.#call<{ items: Level[] }>(
      'GET',
      `/integrations/${integration}/levels?${new URLSearchParams({ sku })}`,
    );
    return items;
  }

  async #call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await this.#fetch(method, path, body);
    if (!response.ok)
      throw new Error(`${method} ${path} was answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Answer;
  }

  #fetch(method: string, path: string, body?: unknown): Promise<Response> {
    return fetch(`${this.#url}/api${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}

const chunkBytes = 512 * 1024;
/** The number goes up when the form of the parts changes. A snapshot of an older form is dropped; the systems start anew. */
const table = 'snapshot_2';

/**
 * Keeps the parts of a snapshot in the object's SQLite. They are gzipped, so that the seeded people are not in plain text
 * on the disk, and split, because a row holds no more than 2 MB.
 */
export class SnapshotStore {
  readonly #storage: DurableObjectStorage;
  /** What was last written of each part. Unchanged parts are not written again. */
  readonly #written = new Map<string, string>();

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
    storage.sql.exec('DROP TABLE IF EXISTS snapshot');
    storage.sql.exec(
      `CREATE TABLE IF NOT EXISTS ${table} (part TEXT, position INTEGER, bytes BLOB, PRIMARY KEY (part, position))`,
    );
  }

  async read(): Promise<Record<string, unknown>> {
    const rows = this.#storage.sql
      .exec<{ part: string; bytes: ArrayBuffer }>(`SELECT part, bytes FROM ${table} ORDER BY part, position`)
      .toArray();
    const chunks = new Map<string, ArrayBuffer[]>();
    for (const { part, bytes } of rows) chunks.set(part, [...(chunks.get(part) ?? []), bytes]);
    const parts = await Promise.all(
      [...chunks].map(async ([part, bytes]) => [part, JSON.parse(await unzipped(bytes))] as const),
    );
    return Object.fromEntries(parts);
  }

  async write(parts: Record<string, unknown>): Promise<void> {
    for (const [part, content] of Object.entries(parts)) {
      const text = JSON.stringify(content);
      if (this.#written.get(part) === text) continue;
      const bytes = await zipped(text);
      this.#storage.transactionSync(() => this.#replace(part, bytes));
      this.#written.set(part, text);
    }
  }

  #replace(part: string, bytes: ArrayBuffer): void {
    this.#storage.sql.exec(`DELETE FROM ${table} WHERE part = ?`, part);
    for (let position = 0; position * chunkBytes < bytes.byteLength; position += 1) {
      const chunk = bytes.slice(position * chunkBytes, (position + 1) * chunkBytes);
      this.#storage.sql.exec(`INSERT INTO ${table} VALUES (?, ?, ?)`, part, position, chunk);
    }
  }
}

async function zipped(text: string): Promise<ArrayBuffer> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}

async function unzipped(chunks: ArrayBuffer[]): Promise<string> {
  const stream = new Blob(chunks).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
}

import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import type { unstable_getMiniflareWorkerOptions } from 'wrangler';

/** What a wrangler.toml says of a Worker. It can be sent as JSON. */
export type WorkerConfig = ReturnType<typeof unstable_getMiniflareWorkerOptions>['workerOptions'];

export interface LocalWorkerOptions {
  /** The wrangler.toml that tells its bindings, or what was read of it. */
  readonly config: string | WorkerConfig;
  /** What `npm run build` made of it. */
  readonly bundle: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Folder of its state; without one nothing outlives the process. */
  readonly state?: string;
  /** Variables and secrets, over those of the wrangler.toml. */
  readonly vars?: Readonly<Record<string, string>>;
  /** Modules in front of the bundle, which they import as `./worker.js`; the first is the way in. */
  readonly before?: readonly string[];
  /** Every line that the Worker logs. */
  readonly log?: (line: string) => void;
  /** Whether workerd opens its inspector. */
  readonly inspected?: boolean;
}

export interface LocalWorker {
  readonly url: string;
  /** What Cloudflare's cron does every minute; nothing does it locally. */
  cron(): Promise<void>;
  /** The address of its inspector. Throws where it is not `inspected`. */
  inspector(): Promise<URL>;
  stop(): Promise<void>;
}

/** To load wrangler takes longer than to start a Worker: whoever starts many of them reads the file once. */
export async function readWorkerConfig(file: string): Promise<WorkerConfig> {
  const { unstable_getMiniflareWorkerOptions: read } = await import('wrangler');
  return read(file).workerOptions;
}

/** Runs a built Worker in workerd itself, without the proxy of `wrangler dev`. */
export async function startLocalWorker(options: LocalWorkerOptions): Promise<LocalWorker> {
  const { config, log } = options;
  const workerOptions = typeof config === 'string' ? await readWorkerConfig(config) : config;
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: '127.0.0.1',
      port: 0,
      log: new Log(LogLevel.ERROR),
      ...(options.inspected ? { inspectorPort: 0 } : {}),
      ...(options.state === undefined ? {} : { resourcePersistencePath: options.state }),
      ...(log === undefined ? {} : { handleStructuredLogs: ({ message }) => log(message) }),
      workers: [
        {
          ...workerOptions,
          // Past Miniflare's own entry, which costs most of the throughput.
          unsafeDirectSockets: [{ host: '127.0.0.1', port: options.port }],
          bindings: { ...(workerOptions.bindings as Record<string, string>), ...options.vars },
          modules: modulesOf(options),
        },
      ],
    }),
  );
  await miniflare.ready;
  const url = (await miniflare.unsafeGetDirectURL()).href.replace(/\/$/, '');
  const worker = await miniflare.getWorker();
  return {
    url,
    cron: async () => {
      await worker.scheduled({ cron: '* * * * *' });
    },
    inspector: () => miniflare.getInspectorURL(),
    stop: () => miniflare.dispose(),
  };
}

function modulesOf({ bundle, before = [] }: LocalWorkerOptions) {
  const contents = (file: string) => readFileSync(file, 'utf8');
  const scripts = [...before, bundle].map((file) => ({
    type: 'ESModule' as const,
    path: file === bundle ? 'worker.js' : basename(file),
    contents: contents(file),
  }));
  // Pages of docs/, which wrangler puts beside the bundle under names that tell their content. Older ones may lie there too.
  const imported = new Set(
    scripts.flatMap((script) => script.contents.match(/[0-9a-f]{40}-[\w-]+\.md/g) ?? []),
  );
  const texts = [...imported].map((path) => ({
    type: 'Text' as const,
    path,
    contents: contents(join(dirname(bundle), path)),
  }));
  return [...scripts, ...texts];
}

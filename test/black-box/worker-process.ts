import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { type LocalWorkerOptions, readWorkerConfig, type WorkerConfig } from '../../scripts/local-worker.ts';

type Options = Omit<LocalWorkerOptions, 'config' | 'log'> & { readonly config: string };

/** By file: each is read once for all processes that are started. */
const configs = new Map<string, Promise<WorkerConfig>>();

function configOf(file: string): Promise<WorkerConfig> {
  const read = configs.get(file) ?? readWorkerConfig(file);
  configs.set(file, read);
  return read;
}

/** A Worker that runs in a process group of its own: killing it takes workerd along. */
export class WorkerProcess {
  readonly url: string;
  readonly #process: ChildProcess;
  readonly #lines: string[];

  private constructor(process: ChildProcess, url: string, lines: string[]) {
    this.#process = process;
    this.url = url;
    this.#lines = lines;
  }

  /** A workerd that was killed may hold its port a moment longer than its parent lives. */
  static async start(options: Options, tries = 20): Promise<WorkerProcess> {
    try {
      return await WorkerProcess.#started(options);
    } catch (error) {
      if (tries === 1 || !String(error).includes('ERR_ADDRESS_IN_USE')) throw error;
      await setTimeout(250);
      return WorkerProcess.start(options, tries - 1);
    }
  }

  static async #started(options: Options): Promise<WorkerProcess> {
    const script = new URL('serve.ts', import.meta.url).pathname;
    const config = await configOf(options.config);
    const child = spawn(process.execPath, [script, JSON.stringify({ ...options, config })], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const lines: string[] = [];
    child.stderr?.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
    const reader = createInterface({ input: child.stdout ?? process.stdin });
    const url = await new Promise<string>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`exited with ${code}: ${lines.join('\n')}`)));
      reader.on('line', (line) => {
        if (line.startsWith('{"url":')) resolve((JSON.parse(line) as { url: string }).url);
        else lines.push(line);
      });
    });
    return new WorkerProcess(child, url, lines);
  }

  /** Everything that it has logged. */
  get log(): string {
    return this.#lines.join('\n');
  }

  /** What Cloudflare's cron does every minute. */
  async cron(): Promise<void> {
    this.#process.send('cron');
    await once(this.#process, 'message');
  }

  /** As a crash: nothing is finished, nothing is said. */
  async kill(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const gone = once(this.#process, 'exit');
    process.kill(-(this.#process.pid ?? 0), 'SIGKILL');
    await gone;
  }
}

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { Stop } from './stop.ts';

/** What a command of wrangler came to. */
export interface Ran {
  readonly ok: boolean;
  /** What it printed, without colours. */
  readonly out: string;
  /** What it printed of errors, likewise. */
  readonly errors: string;
  /** What it noted for machines (`WRANGLER_OUTPUT_FILE_PATH`). */
  readonly notes: readonly Readonly<Record<string, unknown>>[];
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

/** Cloudflare's own tool, as a command: what it asks it cannot ask here, so it never waits for anybody. */
export class Wrangler {
  readonly #env: NodeJS.ProcessEnv;

  constructor(env: NodeJS.ProcessEnv) {
    const { ADMIN_TOKEN: _, ENCRYPTION_KEY: __, ...rest } = env;
    this.#env = { ...rest, WRANGLER_SEND_METRICS: 'false', NO_COLOR: '1', FORCE_COLOR: '0' };
  }

  /** `account`: the id of the one that it works in. Throws Stop where there is no wrangler at all. */
  async run(args: readonly string[], account?: string): Promise<Ran> {
    const folder = mkdtempSync(join(tmpdir(), 'koppel-deploy-'));
    const notes = join(folder, 'notes.json');
    const env = {
      ...this.#env,
      WRANGLER_OUTPUT_FILE_PATH: notes,
      ...(account === undefined ? {} : { CLOUDFLARE_ACCOUNT_ID: account }),
    };
    try {
      const { code, out, errors } = await this.spawn(args, env, 'pipe');
      return {
        ok: code === 0,
        out: stripVTControlCharacters(out),
        errors: stripVTControlCharacters(errors),
        notes: notesIn(notes),
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /** Opens the browser and waits for whoever logs in. */
  async logIn(): Promise<boolean> {
    return (await this.spawn(['login'], this.#env, 'inherit')).code === 0;
  }

  protected spawn(
    args: readonly string[],
    env: NodeJS.ProcessEnv,
    stdio: 'pipe' | 'inherit',
  ): Promise<Ended> {
    return new Promise((resolve, reject) => {
      const child = spawn('wrangler', args, {
        env,
        stdio: stdio === 'inherit' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
        shell: process.platform === 'win32',
      });
      let [out, errors] = ['', ''];
      child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
      child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text));
      child.once('error', () =>
        reject(new Stop('wrangler is not installed here. Run `npm ci`, then `npm run deploy` again.')),
      );
      child.once('close', (code) => resolve({ code, out, errors }));
    });
  }
}

function notesIn(file: string): Record<string, unknown>[] {
  try {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  } catch {
    return [];
  }
}

/** The JSON that a command printed, whatever stands around it. Throws Stop where there is none. */
export function jsonOf<Value>({ out }: Ran): Value {
  const from = out.search(/^[[{]/m);
  try {
    return JSON.parse(out.slice(from)) as Value;
  } catch {
    throw new Stop(
      'wrangler answered in a way that this version of Koppel does not know. Run `npm ci`, then try again.',
      [out.trim().slice(0, 500)],
    );
  }
}

import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Unstable_RawConfig as RawConfig } from 'wrangler';
import { refusal } from './refusals.ts';
import type { Place } from './resources.ts';
import type { Ran } from './wrangler.ts';

export interface Uploaded {
  readonly version: string | null;
  /** Without a slash at its end; null where wrangler told none. */
  readonly address: string | null;
}

/** Uploads Koppel with this configuration. `secrets` go along with it, so that no version is ever without them. */
export async function upload(
  configuration: RawConfig,
  secrets: Readonly<Record<string, string>>,
  { ports, account }: Place,
): Promise<Uploaded> {
  const folder = mkdtempSync(join(tmpdir(), 'koppel-deploy-'));
  // In the folder of wrangler.toml, whose paths it has; several may be deployed at once.
  const file = `.wrangler-deploy-${randomUUID()}.json`;
  try {
    writeFileSync(file, JSON.stringify(configuration, null, 2));
    const args = ['deploy', '--config', file];
    if (Object.keys(secrets).length > 0) {
      const given = join(folder, 'secrets.json');
      writeFileSync(given, JSON.stringify(secrets), { mode: 0o600 });
      args.push('--secrets-file', given);
    }
    const ran = await ports.wrangler.run(args, account);
    if (!ran.ok) throw refusal(ran, 'Uploading Koppel', account);
    return uploaded(ran, configuration);
  } finally {
    rmSync(file, { force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

function uploaded({ notes }: Ran, { routes }: RawConfig): Uploaded {
  const note = notes.find(({ type }) => type === 'deploy');
  const targets = Array.isArray(note?.targets) ? (note.targets as string[]) : [];
  const [domain] = routes ?? [];
  const own = typeof domain === 'object' ? domain.pattern : undefined;
  const [first] =
    own === undefined ? targets.filter((target) => /^https?:\/\//.test(target)) : [`https://${own}`];
  return {
    version: typeof note?.version_id === 'string' ? note.version_id : null,
    address: first?.replace(/\/$/, '') ?? null,
  };
}

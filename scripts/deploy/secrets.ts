import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { secretsOf } from './options.ts';
import { Stop } from './stop.ts';

export interface Secret {
  readonly name: 'ADMIN_TOKEN' | 'ENCRYPTION_KEY';
  readonly purpose: string;
  readonly make: () => string;
}

/** What no Koppel runs without. */
export const secrets: readonly Secret[] = [
  {
    name: 'ADMIN_TOKEN',
    purpose: 'opens the dashboard and the API: whoever has it may do everything',
    make: () => randomBytes(24).toString('hex'),
  },
  {
    name: 'ENCRYPTION_KEY',
    purpose:
      'seals the credentials of your shops and books; if it is lost, what is stored of them can never be read again',
    make: () => randomBytes(32).toString('base64'),
  },
];

/** New secrets as they are shown, once. */
export function shown(made: Readonly<Record<string, string>>): string[] {
  return secrets.flatMap(({ name, purpose }) =>
    made[name] === undefined ? [] : ['', `  ${name}=${made[name]}`, `    ${purpose}`],
  );
}

/** What an earlier run, or somebody, wrote into this file; null where there is no such file. Throws Stop where it cannot be used. */
export function savedSecrets(file: string): Record<string, string> | null {
  return existsSync(file) ? secretsOf(parseEnv(readFileSync(file, 'utf8'))) : null;
}

/** Writes them where only whoever deploys can read them. Throws Stop where it cannot. */
export function saveSecrets(file: string, made: Readonly<Record<string, string>>): void {
  const lines = secrets.flatMap(({ name, purpose }) =>
    made[name] === undefined ? [] : [`# ${purpose}`, `${name}="${made[name]}"`],
  );
  try {
    writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Stop(`${file} cannot be written (${code}). Give another one: --secrets-file.`);
  }
}

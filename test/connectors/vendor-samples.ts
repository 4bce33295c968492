/**
 * Recorded and documented answers of the vendors. They are not part of the repository: the variable VENDOR_SAMPLES names a
 * folder with one folder of JSON files per system.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Sample {
  readonly name: string;
  readonly content: unknown;
}

/** One exchange as it was recorded. */
export interface Recorded {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly response: unknown;
}

/** All samples of a system whose names fit; empty without VENDOR_SAMPLES. */
export function samples(system: string, names: RegExp): Sample[] {
  const folder = join(process.env.VENDOR_SAMPLES ?? '/nowhere', system);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.json') && names.test(name));
  return files.map((name) => ({
    name,
    content: JSON.parse(readFileSync(join(folder, name), 'utf8')),
  }));
}

/** The exchanges that a sample recorded: one, or several under `calls`. */
export function recordings({ content }: Sample): Recorded[] {
  const { calls = [content] } = content as { calls?: unknown[] };
  return calls as Recorded[];
}

/** The sheet of a system beside the samples, for vectors that stand in it; null without. */
export function sheet(system: string): string | null {
  const folder = process.env.VENDOR_SAMPLES;
  const file = join(folder ?? '', '..', 'apis', `${system}.md`);
  return folder && existsSync(file) ? readFileSync(file, 'utf8') : null;
}

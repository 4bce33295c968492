import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/** What may be imported from where (docs/architecture.md): the longest prefix of a file's path decides. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'src/texts/': ['src/texts/'],
  'src/texts/documents/': ['src/texts/documents/', 'src/records/'],
  'src/records/': ['src/records/', 'src/texts/'],
  'src/mapping/': ['src/mapping/', 'src/records/', 'src/texts/'],
  'src/connectors/contract/': ['src/connectors/contract/', 'src/records/', 'src/texts/'],
  'src/connectors/wire/': ['src/connectors/wire/', 'src/connectors/contract/', 'src/records/', 'src/texts/'],
  'src/connectors/': ['src/connectors/', 'src/records/', 'src/texts/'],
  'src/flows/': ['src/flows/', 'src/connectors/contract/', 'src/mapping/', 'src/records/', 'src/texts/'],
  'src/engine/': [
    'src/engine/',
    'src/flows/',
    'src/connectors/',
    'src/mapping/',
    'src/records/',
    'src/texts/',
  ],
  'src/house/': [
    'src/house/',
    'src/engine/',
    'src/alerts/',
    'src/connectors/wire/',
    'src/records/',
    'src/texts/',
  ],
  'src/alerts/': ['src/alerts/', 'src/engine/', 'src/records/', 'src/texts/'],
};

const files = ['src', 'durable-objects'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
);

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import) '([^']+)'/g)].map(([, name = '']) =>
    name.startsWith('.') ? normalize(join(dirname(file), name)) : name,
  );
}

describe('dependencies point one way', () => {
  test.each(Object.entries(mayImport))('%s imports nothing above it', (folder, allowed) => {
    const own = files.filter((file) => layerOf(file) === folder);
    const wrong = own.flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('src/') || name.startsWith('durable-objects/'))
        .filter((name) => !allowed.some((prefix) => name.startsWith(prefix)))
        .map((name) => `${file} → ${name}`),
    );
    expect(own).not.toEqual([]);
    expect(wrong).toEqual([]);
  });

  test('no connector knows another, and no flow knows one by name', () => {
    const systemOf = (path: string) => /^src\/connectors\/(\w+)\/(?!.*contract)/.exec(path)?.[1];
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => {
          const [from, to] = [systemOf(file), systemOf(name)];
          const isSystem = to !== undefined && to !== 'wire' && to !== 'contract';
          return isSystem && from !== to && file !== 'src/connectors/registry.ts';
        })
        .map((name) => `${file} → ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('Cloudflare is known in durable-objects and above only', () => {
    const wrong = files.filter(
      (file) =>
        layerOf(file) !== undefined &&
        /from 'cloudflare:|\b(?:DurableObject(?:State|Storage|Namespace)|KVNamespace|MessageBatch|ExecutionContext)\b/.test(
          readFileSync(file, 'utf8'),
        ),
    );
    expect(wrong).toEqual([]);
  });
});

function layerOf(file: string): string | undefined {
  return Object.keys(mayImport)
    .filter((folder) => file.startsWith(folder))
    .sort((a, b) => b.length - a.length)[0];
}

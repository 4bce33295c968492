import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { usage } from '../../scripts/deploy/options.ts';
import { developmentDefault } from '../../src/development-defaults.ts';
import type { Env } from '../../src/env.ts';

const toml = readFileSync('wrangler.toml', 'utf8');
const readme = readFileSync('README.md', 'utf8');
const page = readFileSync('docs/deployment.md', 'utf8');
const described = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).cloudflare.bindings);

test('the deployed configuration has Cloudflare keep no line of its own for each request', () => {
  expect(toml).toMatch(/^\[observability\.logs\]\nenabled = true\ninvocation_logs = false$/m);
});

describe('the deploy button', () => {
  test('asks for the two secrets and gives neither, so that nobody deploys a value of this repository', () => {
    expect(parseEnv(readFileSync('.dev.vars.example', 'utf8'))).toEqual({
      ADMIN_TOKEN: '',
      ENCRYPTION_KEY: '',
    });
  });

  test('deploys in the EU, and explains each thing that it asks for', () => {
    expect(toml).toMatch(/^JURISDICTION = "eu"$/m);
    const vars = /\[vars\]\n(.*?)\n\n/s.exec(toml)?.[1] ?? '';
    const asked = [
      ...vars.matchAll(/^([A-Z_]+) =/gm),
      ...toml.matchAll(/^binding = "(WAKE|BATCHES|SKUS)"$/gm),
    ];
    const names = ['ADMIN_TOKEN', 'ENCRYPTION_KEY', ...asked.map(([, name]) => name)];
    expect(described.toSorted()).toEqual(names.toSorted());
  });

  test('is in the README, with the command that does the same', () => {
    expect(readme).toContain('](https://deploy.workers.cloudflare.com/?url=');
    expect(readme).toContain('npm ci && npm run deploy');
  });
});

test('the page on deployment tells every option and every queue', () => {
  const flags = [...usage.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, flag = '']) => flag);
  const environment = [...usage.matchAll(/KOPPEL_[A-Z_]+|CLOUDFLARE_[A-Z_]+/g)].map(([name]) => name);
  const queues = [...toml.matchAll(/^queue = "([^"]+)"$/gm)].map(([, name = '']) => name);
  expect([flags.length, environment.length, queues.length].every((count) => count > 3)).toBe(true);
  for (const name of [...flags, ...environment, ...queues]) expect(page).toContain(name);
});

describe('secrets that stand in this repository', () => {
  const files = ['vitest.config.mts', 'bench/koppel.ts', 'test/support/integration-document.ts'];
  const fixtures = ['shop-to-books', 'books-to-shop'].map((name) => `test/fixtures/landed/${name}.json`);
  const texts = [...files, ...fixtures].map((file) => readFileSync(file, 'utf8')).join('\n');
  const tokens = [...texts.matchAll(/(?:ADMIN_TOKEN: |adminToken = |const token = )'([^']+)'/g)].map(
    ([, token]) => token,
  );
  const keys = [...texts.matchAll(/(?:ENCRYPTION_KEY: '|"encryptionKey": ")([^'"]+)/g)].map(([, key]) => key);

  test('are refused by a deployment, all of them', () => {
    expect([new Set(tokens).size, new Set(keys).size]).toEqual([2, 2]);
    const INTEGRATIONS = { jurisdiction: () => INTEGRATIONS };
    const there = (secrets: object) => developmentDefault({ INTEGRATIONS, ...secrets } as unknown as Env);
    const isPublished = expect.objectContaining({ code: 'published' });
    const measured = Buffer.alloc(32, 7).toString('base64');
    for (const ADMIN_TOKEN of tokens)
      expect([ADMIN_TOKEN, there({ ADMIN_TOKEN })]).toEqual([ADMIN_TOKEN, isPublished]);
    for (const ENCRYPTION_KEY of [...keys, measured]) {
      expect([ENCRYPTION_KEY, there({ ENCRYPTION_KEY })]).toEqual([ENCRYPTION_KEY, isPublished]);
    }
    expect(there({ ADMIN_TOKEN: 'of-somebody-s-own', ENCRYPTION_KEY: 'likewise' })).toBeNull();
  });
});

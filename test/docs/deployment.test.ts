import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('the deployed configuration has Cloudflare keep no line of its own for each request', () => {
  const text = readFileSync('wrangler.toml', 'utf8');
  expect(text).toMatch(/^\[observability\.logs\]\nenabled = true\ninvocation_logs = false$/m);
});

test('the README has every queue made that the deployed configuration names', () => {
  const named = [...readFileSync('wrangler.toml', 'utf8').matchAll(/^queue = "([^"]+)"$/gm)].map(
    ([, name]) => name,
  );
  const made = [...readFileSync('README.md', 'utf8').matchAll(/wrangler queues create (\S+)/g)].map(
    ([, name]) => name,
  );
  expect(new Set(made)).toEqual(new Set(named));
  expect(made.length).toBeGreaterThan(1);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('the deployed configuration has Cloudflare keep no line of its own for each request', () => {
  const text = readFileSync('wrangler.toml', 'utf8');
  expect(text).toMatch(/^\[observability\.logs\]\nenabled = true\ninvocation_logs = false$/m);
});

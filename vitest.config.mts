import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

/** Of `npm test`. By default one core is left idle: of two that is half. */
const maxWorkers = '100%';

export default defineConfig({
  test: {
    projects: [
      {
        // What is free of Cloudflare: in Node.
        test: {
          name: 'node',
          // For busy machines: nothing here is about speed.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers,
          // The modules are read once per worker and not once per file: a test leaves nothing behind in a module or a global.
          isolate: false,
          include: [
            'test/{records,mapping,flows,connectors,conformance,docs,engine,house,alerts,texts,sandbox,scripts,simulation}/**/*.test.ts',
          ],
          restoreMocks: true,
        },
      },
      {
        // The objects and routes, inside workerd.
        plugins: [
          cloudflareTest({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                ADMIN_TOKEN: 'test-admin-token',
                ENCRYPTION_KEY: 'dGVzdC1rZXktdGVzdC1rZXktdGVzdC1rZXktdGVzdC0=',
                JURISDICTION: '',
              },
            },
          }),
        ],
        test: {
          name: 'workerd',
          // Weeks pass within some of these tests, and the machine may be busy.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers,
          // One runtime reads the modules once; objects have names of their own in every test.
          isolate: false,
          restoreMocks: true,
          setupFiles: ['test/durable-objects/support/setup.ts'],
          include: ['test/{durable-objects,routes,ui}/**/*.test.{ts,tsx}'],
          // It ships ES modules that call themselves CommonJS.
          deps: { optimizer: { ssr: { enabled: true, include: ['itty-durable'] } } },
        },
      },
      {
        // The built Worker and the sandbox, each in its own process: `npm run test:black-box`.
        test: {
          name: 'black-box',
          include: ['test/black-box/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
        },
      },
      {
        // The pages in Debian's Chromium: `npm run test:browser`.
        test: { name: 'browser', include: ['test/browser/**/*.test.ts'], testTimeout: 60_000 },
      },
    ],
  },
});

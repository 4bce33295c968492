/// <reference types="@cloudflare/vitest-plugin/types" />

/** What `cloudflare:workers` gives inside the tests: the bindings and the exports of this Worker. */
declare namespace Cloudflare {
  interface Env extends WorkerEnv {}
  interface GlobalProps {
    mainModule: typeof import('../../../src/index.ts');
  }
}

type WorkerEnv = import('../../../src/env.ts').Env;

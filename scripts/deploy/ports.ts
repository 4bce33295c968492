import type { Wrangler } from './wrangler.ts';

/** Somebody at a terminal. */
export interface Person {
  confirm(question: string): Promise<boolean>;
  /** `objection`: what is wrong with an answer, in a sentence, or null. */
  ask(question: string, preset: string, objection: (answer: string) => string | null): Promise<string>;
  choose<Value>(question: string, choices: readonly { name: string; value: Value }[]): Promise<Value>;
}

/** What a deployment touches outside of itself. */
export interface Ports {
  readonly wrangler: Wrangler;
  /** Null where nobody can be asked. */
  readonly person: Person | null;
  /** Whether Cloudflare builds it from the repository that is connected to this Worker (Workers Builds, as its deploy button sets it up). */
  readonly isOwnBuild: boolean;
  /** Whether what is printed is kept for others to read, as the log of a build is. */
  readonly isLogged: boolean;
  readonly print: (line: string) => void;
  readonly fetch: typeof fetch;
  readonly sleep: (ms: number) => Promise<void>;
}

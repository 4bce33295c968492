import type { Showcase } from '../kit/stand-in.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Notice } from './notice.ts';

interface Pressed {
  readonly system: string;
  /** Of the page. */
  readonly origin: string;
  /** What stood in the form of the button. */
  readonly typed: Readonly<Record<string, unknown>>;
}

/** What the page tells, or another address to which the browser goes on. Null where the system has no such button. */
type Done = Omit<Notice, 'system'> | { readonly goTo: string } | null;

export type Button = (showcase: Showcase, sandbox: Sandbox, pressed: Pressed) => Done | Promise<Done>;

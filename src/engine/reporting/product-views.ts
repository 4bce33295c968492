/** What is told of one product, in the shapes that the API answers with. Times are ISO 8601 in UTC. */
import type { ActivityView, TaskView } from './views.ts';

/** One product explained. */
export interface ProductView {
  readonly flow: string;
  readonly from: string;
  readonly to: string;
  /** The source's id. */
  readonly key: string;
  /** As the source last told it; null for a product that was never read, or has none. */
  readonly sku: string | null;
  /** Null where nothing of the target is known to stand for it. */
  readonly targetId: string | null;
  /** The SKU that it has in the target, as it was last said; empty where it has none. */
  readonly targetSku: string | null;
  /** When it was last written, or found to be as it should. */
  readonly writtenAt: string | null;
  /** Its variants in the target. */
  readonly variants: number;
  /** The source has it no longer. */
  readonly isGone: boolean;
  /** The last task of it that is kept. */
  readonly task: TaskView | null;
  /** Why nothing was written since. A reason has no action. */
  readonly why: { readonly code: string; readonly message: string; readonly action: string | null };
  /** The tries of that task, newest first: each can be looked at with what was read, what was written, and what changed. */
  readonly tries: readonly ActivityView[];
}

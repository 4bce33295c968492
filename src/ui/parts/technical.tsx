import type { Child } from 'hono/jsx';
import { useWords } from '../reader.ts';

/** Ids, codes, calls, and records as systems write them: for whoever looks something up. It opens when it is asked for. */
export function Technical({ children }: { children?: Child }) {
  return (
    <details>
      <summary>{useWords().orderPage.technical}</summary>
      <div class="technical">{children}</div>
    </details>
  );
}

import type { Child } from 'hono/jsx';
import { useWords } from '../reader.ts';

/** What was just done, by the code that a redirect carries: an address never brings its own words. */
export function Saying({ code }: { code: string | undefined }) {
  const { sayings } = useWords();
  return code !== undefined && Object.hasOwn(sayings, code) ? (
    <Notice tone="good">{sayings[code as keyof typeof sayings]}</Notice>
  ) : null;
}

export function Notice({ tone, children }: { tone: 'good' | 'bad' | 'quiet'; children?: Child }) {
  return (
    <div class={`notice ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}

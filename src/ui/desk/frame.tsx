import type { Child } from 'hono/jsx';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { IntegrationFrame } from '../parts/integration-frame.tsx';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../reader.ts';

interface FrameParts {
  readonly view: IntegrationView;
  readonly tab: 'open' | 'solved';
  /** What was just done, by the code that a redirect carries. */
  readonly said: string | undefined;
  readonly children?: Child;
}

/** What both tabs of the desk have. */
export function DeskFrame({ view, tab, said, children }: FrameParts) {
  const { desk: words, deskSayings } = useWords();
  const base = `/integrations/${view.id}/problems`;
  const saying =
    said !== undefined && Object.hasOwn(deskSayings, said)
      ? deskSayings[said as keyof typeof deskSayings]
      : null;
  const current = (own: FrameParts['tab']) => (own === tab ? { 'aria-current': 'page' as const } : {});
  return (
    <IntegrationFrame {...view} path={base}>
      <nav aria-label={words.tabs} class="sub-nav">
        <a href={base} {...current('open')}>
          {words.open}
        </a>
        <a href={`${base}/solved`} {...current('solved')}>
          {words.solved}
        </a>
      </nav>
      {saying !== null && <Notice tone="good">{saying}</Notice>}
      {children}
    </IntegrationFrame>
  );
}

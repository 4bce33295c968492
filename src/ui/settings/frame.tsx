import type { Child } from 'hono/jsx';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { IntegrationFrame } from '../parts/integration-frame.tsx';
import { useWords } from '../reader.ts';

interface FrameParts {
  readonly view: IntegrationView;
  /** Which of the other pages it is itself; a page below them is none. */
  readonly at?: 'settings' | 'settings/history' | 'settings/transfer' | 'configuration';
  readonly children?: Child;
}

/** What every page about the settings of a link has: the link's own frame, and the ways to the other pages about them. */
export function SettingsFrame({ view, at, children }: FrameParts) {
  const words = useWords();
  const base = `/integrations/${view.id}`;
  const links = [
    ['settings', words.settingsForm.flowsTitle],
    ['settings/history', words.history.title],
    ['settings/transfer', words.transferring.title],
    ['configuration', words.settingsForm.expert],
  ] as const;
  return (
    <IntegrationFrame {...view} path={`${base}/settings`}>
      <nav aria-label={words.settingsForm.title} class="sub-nav">
        {links.map(([place, text]) => (
          <a href={`${base}/${place}`} {...(place === at ? { 'aria-current': 'page' as const } : {})}>
            {text}
          </a>
        ))}
      </nav>
      {children}
    </IntegrationFrame>
  );
}

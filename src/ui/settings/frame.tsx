import type { Child } from 'hono/jsx';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { IntegrationFrame } from '../parts/integration-frame.tsx';
import { useWords } from '../reader.ts';

/** What every page about the settings of a link has: the link's own frame, and the ways to the other pages about them. */
export function SettingsFrame({ view, children }: { view: IntegrationView; children?: Child }) {
  const words = useWords();
  const base = `/integrations/${view.id}`;
  const links = [
    [`${base}/settings`, words.settingsForm.flowsTitle],
    [`${base}/settings/history`, words.history.title],
    [`${base}/settings/transfer`, words.transferring.title],
    [`${base}/configuration`, words.settingsForm.expert],
  ] as const;
  return (
    <IntegrationFrame {...view} path={`${base}/settings`}>
      <nav aria-label={words.settingsForm.title} class="sub-nav">
        {links.map(([href, text]) => (
          <a href={href}>{text}</a>
        ))}
      </nav>
      {children}
    </IntegrationFrame>
  );
}

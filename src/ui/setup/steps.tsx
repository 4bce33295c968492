import type { Child } from 'hono/jsx';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { Crumbs } from '../parts/crumbs.tsx';
import { useWords } from '../reader.ts';

/** The pages of the wizard, in their order. */
export const setupSteps = ['systems', 'first', 'second', 'flows', 'questions', 'dry-run', 'live'] as const;
export type SetupStep = (typeof setupSteps)[number];

interface FrameParts {
  readonly view: Pick<IntegrationView, 'id' | 'name' | 'connections'>;
  readonly step: SetupStep;
  readonly children?: Child;
}

/** What every page of the wizard has: where it stands, the row of steps, and the name of its own. */
export function SetupFrame({ view, step, children }: FrameParts) {
  const { frame, lastSteps: words } = useWords();
  const base = `/integrations/${view.id}`;
  const here = setupSteps.indexOf(step);
  return (
    <>
      <Crumbs
        trail={[
          { href: '/', text: frame.integrations },
          { href: base, text: view.name },
        ]}
        here={words.title}
      />
      <div class="head">
        <h1>{words.names[step]}</h1>
      </div>
      <nav aria-label={words.title} class="sub-nav">
        {setupSteps.map((each, index) => {
          const name = `${index + 1}. ${words.names[each]}`;
          if (each === step) return <strong aria-current="step">{name}</strong>;
          return index > 3 && index < here ? <a href={`${base}/setup/${each}`}>{name}</a> : <span>{name}</span>;
        })}
      </nav>
      {children}
    </>
  );
}

import type { Child } from 'hono/jsx';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import type { Texts } from '../../texts/en.ts';
import { Crumbs } from '../parts/crumbs.tsx';
import { titleOf } from '../parts/system-name.ts';
import { useTexts } from '../reader.ts';

/** The pages of the wizard, in their order. */
export const setupSteps = ['systems', 'first', 'second', 'flows', 'questions', 'dry-run', 'live'] as const;
export type SetupStep = (typeof setupSteps)[number];

type View = Pick<IntegrationView, 'id' | 'name' | 'connections'>;

/** Where a step is, of a draft that is stored. The first step makes it, and is done with it. */
export function setupAddress({ id, connections }: View, step: SetupStep): string | null {
  const [first, second] = Object.keys(connections);
  const base = `/integrations/${id}/setup`;
  switch (step) {
    case 'systems':
      return null;
    case 'first':
      return first === undefined ? null : `${base}/connections/${first}`;
    case 'second':
      return second === undefined ? null : `${base}/connections/${second}`;
    default:
      return `${base}/${step}`;
  }
}

/** What a step is called: where the pair is known, by its systems. */
export function stepName(view: View | null, step: SetupStep, { pages }: Texts): string {
  const { steps: words } = pages.setup;
  const [first, second] = Object.keys(view?.connections ?? {});
  const connect = (connection: string | undefined, unknown: string) =>
    view === null || connection === undefined ? unknown : words.connect(titleOf(view, connection));
  switch (step) {
    case 'first':
      return connect(first, words.first);
    case 'second':
      return connect(second, words.second);
    case 'dry-run':
      return words.dryRun;
    default:
      return words[step];
  }
}

interface FrameParts {
  /** Null before the pair was chosen. */
  readonly view: View | null;
  readonly step: SetupStep;
  readonly children?: Child;
}

/** What every page of the wizard has: where it stands, the row of steps, and the name of its own. */
export function SetupFrame({ view, step, children }: FrameParts) {
  const texts = useTexts();
  const { frame, setup } = texts.pages;
  const links = { href: '/', text: frame.integrations };
  const trail = view === null ? [links] : [links, { href: `/integrations/${view.id}`, text: view.name }];
  return (
    <>
      <Crumbs trail={trail} here={setup.steps.title} />
      <div class="head">
        <h1>{stepName(view, step, texts)}</h1>
      </div>
      <Steps view={view} step={step} />
      {children}
    </>
  );
}

/** Those before this one lead back; those after it come in their turn. */
function Steps({ view, step }: Pick<FrameParts, 'view' | 'step'>) {
  const texts = useTexts();
  const { steps: words } = texts.pages.setup;
  const here = setupSteps.indexOf(step);
  return (
    <nav aria-label={words.title} class="sub-nav">
      <ol class="steps">
        {setupSteps.map((each, index) => {
          const name = `${index + 1}. ${stepName(view, each, texts)}`;
          const address = view === null || index >= here ? null : setupAddress(view, each);
          if (each === step) return <li aria-current="step">{name}</li>;
          return <li>{address === null ? name : <a href={address}>{name}</a>}</li>;
        })}
      </ol>
    </nav>
  );
}

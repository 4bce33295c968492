/** The first step: which two systems, and what the link is called. It leaves a draft. */
import { Hono } from 'hono';
import { integration } from '../../../durable-objects/integration-client.ts';
import type { Connector } from '../../connectors/contract/connector.ts';
import { connectorById, connectors } from '../../connectors/registry.ts';
import { flowsFrom, flowsTo, offeredFlows, type Pair } from '../../engine/configuration/offered-flows.ts';
import { RequestError } from '../../engine/request-error.ts';
import type { Env } from '../../env.ts';
import { deedBy } from '../../routes/callers.ts';
import { textsFor } from '../../routes/language.ts';
import { tellIssue } from '../../texts/tell.ts';
import { readForm } from '../form.ts';
import { ErrorSummary, type Wrong } from '../parts/error-summary.tsx';
import { whatOf } from '../parts/flow-name.tsx';
import { Notice } from '../parts/notice.tsx';
import { titleOf } from '../parts/system-name.ts';
import { useTexts, useWords } from '../reader.ts';
import { type PageContext, webPage } from '../web-page.tsx';
import { flowWords } from './flow-words.ts';
import { connectionNames, idsFor } from './names.ts';
import { SetupFrame } from './steps.tsx';

export const systems = new Hono<{ Bindings: Env }>();

interface Typed {
  /** Tells this form from every other: sent twice, it makes one draft. */
  readonly form: string;
  readonly name: string;
  readonly first: string;
  readonly second: string;
}

systems.get('/new', (context) => page(context, { form: '', name: '', first: '', second: '' }, {}));

systems.post('/new', async (context) => {
  const { do: asked, ...typed } = await readForm(context, 'form', 'name', 'first', 'second', 'do');
  const { setupSystems: words } = textsFor(context).pages;
  const [one, other] = [connectorById(typed.first), connectorById(typed.second)];
  if (one === undefined || other === undefined) {
    const chosen = { first: one, second: other };
    const missing = (['first', 'second'] as const).filter((row) => chosen[row] === undefined);
    return page(context, typed, {
      wrong: missing.map((row) => ({ control: controlOf(row), label: words[row], message: words.choose })),
    });
  }
  const pair = pairOf(one, other);
  if (asked === 'look') return page(context, typed, { pair });
  if (offeredFlows(pair).length === 0)
    return page(context, typed, {
      wrong: [{ control: controlOf('second'), label: words.second, message: words.nothing }],
    });
  return create(context, typed, pair);
});

/** Under the first id of this name that is free. Two forms that come at once get two; one that is sent twice leads to what it made. */
async function create(context: PageContext, typed: Typed, pair: Pair): Promise<Response> {
  const texts = textsFor(context);
  const { setupSystems: words } = texts.pages;
  const atName = (message: string): Wrong => ({ control: 'name', label: words.name, message });
  const document = { name: typed.name, state: 'draft', connections: pair.connections };
  for (const id of idsFor(typed.name)) {
    const answer = await integration(context.env, id).configure(document, {
      isNew: true,
      madeWith: typed.form === '' ? undefined : JSON.stringify(typed),
      by: deedBy(context),
    });
    if (answer.ok) {
      const [first = ''] = Object.keys(pair.connections);
      return context.redirect(`/integrations/${id}/setup/connections/${first}`, 303);
    }
    const { code, issues = [] } = answer.error;
    if (code === 'id_taken') continue;
    if (issues.length === 0) throw new RequestError(answer.error);
    return page(context, typed, { wrong: issues.map((issue) => atName(tellIssue(issue, texts))) });
  }
  return page(context, typed, { wrong: [atName(words.tooMany)] });
}

function pairOf(one: Connector, other: Connector): Pair {
  const [first, second] = connectionNames(one.id, other.id);
  return { connections: { [first]: { connector: one.id }, [second]: { connector: other.id } } };
}

/** A row of systems is found by its first. */
function controlOf(row: 'first' | 'second'): string {
  return `${row}-${connectors[0]?.id}`;
}

interface Shown {
  readonly wrong?: readonly Wrong[];
  readonly pair?: Pair;
}

function page(context: PageContext, typed: Typed, { wrong = [], pair }: Shown): Promise<Response> {
  const { setup, setupSystems: words, parts } = textsFor(context).pages;
  const title = setup.steps.systems;
  const problem = (control: string) => wrong.find((each) => each.control === control)?.message;
  return webPage(context, {
    title: wrong.length > 0 ? parts.errorTitle(title) : title,
    status: wrong.length > 0 ? 400 : 200,
    body: (
      <SetupFrame view={null} step="systems">
        <ErrorSummary wrong={wrong} />
        {pair !== undefined && <CanDo pair={pair} />}
        <form method="post" action="/new" class="card settings">
          <input type="hidden" name="form" value={typed.form || crypto.randomUUID()} />
          {/* Enter in a field presses the first button of a form. */}
          <button type="submit" class="unseen" tabindex={-1}>
            {setup.next}
          </button>
          <p>{words.intro}</p>
          <Name value={typed.name} problem={problem('name')} />
          <div class="sides">
            <Row row="first" chosen={typed.first} problem={problem(controlOf('first'))} />
            <Row row="second" chosen={typed.second} problem={problem(controlOf('second'))} />
          </div>
          <div class="buttons">
            <button type="submit" class="button primary">
              {setup.next}
            </button>
            <button type="submit" class="button" name="do" value="look">
              {words.look}
            </button>
          </div>
        </form>
        <p>
          <a href="/new/document">{words.expert}</a>
        </p>
      </SetupFrame>
    ),
  });
}

function Name({ value, problem }: { value: string; problem: string | undefined }) {
  const { setupSystems: words } = useWords();
  return (
    <div class="control">
      <label for="name">{words.name}</label>
      <input
        id="name"
        name="name"
        value={value}
        autocomplete="off"
        aria-describedby={problem === undefined ? 'name-hint' : 'name-error name-hint'}
        {...(problem === undefined ? {} : { 'aria-invalid': 'true' as const })}
      />
      <p class="hint" id="name-hint">
        {words.nameHint}
      </p>
      {problem !== undefined && (
        <p class="error" id="name-error">
          {problem}
        </p>
      )}
    </div>
  );
}

interface RowParts {
  readonly row: 'first' | 'second';
  readonly chosen: string;
  readonly problem: string | undefined;
}

function Row({ row, chosen, problem }: RowParts) {
  const { setupSystems: words } = useWords();
  return (
    <fieldset class="control" {...(problem === undefined ? {} : { 'aria-describedby': `${row}-error` })}>
      <legend>{words[row]}</legend>
      {problem !== undefined && (
        <p class="error" id={`${row}-error`}>
          {problem}
        </p>
      )}
      {connectors.map((connector) => (
        <label class="check">
          <input
            type="radio"
            id={`${row}-${connector.id}`}
            name={row}
            value={connector.id}
            checked={connector.id === chosen}
          />
          <span>
            {connector.name}
            <Capabilities connector={connector} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Capabilities({ connector }: { connector: Connector }) {
  const pages = useWords();
  const { setupSystems: words } = pages;
  const named = (flows: readonly string[]) => flows.map((flow) => whatOf(flow, pages)).join(', ');
  const [gives, takes] = [flowsFrom(connector), flowsTo(connector)].map(named);
  if (gives === takes && gives !== undefined && gives !== '')
    return <span class="hint"> {words.givesAndTakes(gives)}</span>;
  return (
    <span class="hint">
      {gives && ` ${words.gives(gives)}`}
      {takes && ` ${words.takes(takes)}`}
    </span>
  );
}

function CanDo({ pair }: { pair: Pair }) {
  const texts = useTexts();
  const { setupSystems: words } = texts.pages;
  const [first = '', second = ''] = Object.keys(pair.connections);
  const offered = offeredFlows(pair);
  if (offered.length === 0) return <Notice tone="quiet">{words.nothing}</Notice>;
  return (
    <Notice tone="quiet">
      <p>
        <strong>{words.canDo(titleOf(pair, first), titleOf(pair, second))}</strong>
      </p>
      <ul>
        {offered.map((each) => (
          <li>{flowWords(each, pair, texts)}</li>
        ))}
      </ul>
    </Notice>
  );
}

import { flowId } from '../../engine/configuration/configuration.ts';
import { beginsWithDay } from '../../engine/configuration/started-document.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { flowByName } from '../../flows/registry.ts';
import { flowLine } from '../parts/flow-name.tsx';
import { titleOf } from '../parts/system-name.ts';
import { useTexts, useWords } from '../reader.ts';
import { PostForm } from '../rights.tsx';
import { Reckonings } from './reckonings.tsx';
import type { Trials } from './trial.ts';

/** How the link is to begin, as it was chosen or typed. */
export interface Chosen {
  readonly from: 'now' | 'day';
  readonly day: string;
  /** Ids of flows that carry all that there is. */
  readonly all: readonly string[];
}

interface StartProps {
  readonly view: IntegrationView;
  readonly chosen: Chosen;
  readonly trials: Trials;
  /** The day is none. */
  readonly isWrong: boolean;
}

type Flow = IntegrationView['flows'][number];

/** A level is no event: all of them are looked at anyway. */
function carriesAll(flow: Flow): boolean {
  return flow.enabled && !beginsWithDay(flow) && flowByName(flow.flow)?.kind !== 'levels';
}

export function StartForm({ view, chosen, trials, isWrong }: StartProps) {
  const { lastSteps: words } = useWords();
  const flows = view.flows.filter(({ enabled }) => enabled);
  const hasDay = flows.some(beginsWithDay);
  const others = flows.filter(carriesAll);
  if (flows.length === 0) return <p class="quiet">{words.nothingToTry}</p>;
  return (
    <PostForm action={`/integrations/${view.id}/setup/live`} class="settings">
      <input type="hidden" name="revision" value={view.revision} />
      {hasDay && (
        <section class="card" aria-labelledby="from">
          <h2 id="from">{words.fromTitle}</h2>
          <p class="quiet">{words.fromHelp}</p>
          <Days {...{ view, chosen, isWrong }} source={flows.find(beginsWithDay)?.from ?? ''} />
          <p>
            <button type="submit" class="button" name="do" value="look">
              {words.look}
            </button>
          </p>
          <Reckonings {...{ view, chosen, trials }} />
        </section>
      )}
      {others.length > 0 && <Others view={view} flows={others} all={chosen.all} />}
      <p>
        <button type="submit" class="button primary" name="do" value="start">
          {words.start}
        </button>
      </p>
    </PostForm>
  );
}

interface DaysProps extends Pick<StartProps, 'view' | 'chosen' | 'isWrong'> {
  /** The connection whose days they are. */
  readonly source: string;
}

function Days({ view, chosen, isWrong, source }: DaysProps) {
  const { lastSteps: words } = useWords();
  return (
    <fieldset class="control">
      <legend class="unseen">{words.fromTitle}</legend>
      <label class="check">
        <input type="radio" name="from" value="now" checked={chosen.from === 'now'} />
        <span>{words.fromNow}</span>
      </label>
      <label class="check">
        <input type="radio" name="from" value="day" checked={chosen.from === 'day'} />
        <span>{words.fromDay}</span>
      </label>
      <div class="control">
        <label for="day">{words.day}</label>
        <input
          id="day"
          name="day"
          type="date"
          value={chosen.day}
          aria-describedby={isWrong ? 'day:error day:hint' : 'day:hint'}
          {...(isWrong ? { 'aria-invalid': 'true' as const } : {})}
        />
        <p class="hint" id="day:hint">
          <Midnight view={view} source={source} />
        </p>
        {isWrong && (
          <p class="error" id="day:error">
            {words.noDay}
          </p>
        )}
      </div>
    </fieldset>
  );
}

/** When the day begins: while nobody knows where the shop is, where that is found out. */
function Midnight({ view, source }: Pick<DaysProps, 'view' | 'source'>) {
  const { lastSteps: words } = useWords();
  const account = view.accounts.find(({ connection }) => connection === source)?.account ?? null;
  const title = titleOf(view, source);
  if (account !== null) return <span>{words.dayHelp(account.timeZone.replaceAll('_', ' '))}</span>;
  return (
    <span>
      {words.dayUntested(<a href={`/integrations/${view.id}/setup/connections/${source}`}>{title}</a>)}
    </span>
  );
}

interface OthersProps {
  readonly view: IntegrationView;
  readonly flows: readonly Flow[];
  readonly all: readonly string[];
}

function Others({ view, flows, all }: OthersProps) {
  const texts = useTexts();
  const { lastSteps: words } = texts.pages;
  return (
    <section class="card" aria-labelledby="others">
      <h2 id="others">{words.othersTitle}</h2>
      <p class="quiet">{words.othersHelp}</p>
      {flows.map((flow) => {
        const [from, to] = [titleOf(view, flow.from), titleOf(view, flow.to)];
        return (
          <label class="check">
            <input type="checkbox" name="all" value={flowId(flow)} checked={all.includes(flowId(flow))} />
            <span>{flowLine({ flow: flow.flow, from, to }, texts)}</span>
          </label>
        );
      })}
    </section>
  );
}

import type { IntegrationState } from '../../engine/configuration/configuration.ts';
import type { Texts } from '../../texts/en.ts';
import { isStoredState, storedStates } from '../../texts/stored-states.ts';
import { useWords } from '../reader.ts';

export type BadgeState = keyof Texts['pages']['states'];

/** How something is going. The word says it; the colour only repeats it. */
const tones: Readonly<Record<BadgeState, 'good' | 'quiet' | 'busy' | 'bad'>> = {
  active: 'good',
  done: 'good',
  inOrder: 'good',
  asItShouldBe: 'good',
  paused: 'quiet',
  draft: 'quiet',
  skipped: 'quiet',
  off: 'quiet',
  leftAsItIs: 'quiet',
  notTested: 'quiet',
  onItsWay: 'busy',
  tryingAgain: 'busy',
  needsYou: 'bad',
  problems: 'bad',
};

export function Badge({ state }: { state: BadgeState }) {
  return <span class={`badge ${tones[state]}`}>{useWords().states[state]}</span>;
}

/** How a record is going, or how the try of a row ended. A word that a later Koppel stored is shown as it is. */
export function OutcomeBadge({ outcome }: { outcome: string }) {
  return isStoredState(outcome) ? (
    <Badge state={storedStates[outcome]} />
  ) : (
    <span class="badge quiet">{outcome}</span>
  );
}

/** Whether all is well with an integration or a connection. */
function HealthBadge({ isWell }: { isWell: boolean }) {
  return <Badge state={isWell ? 'inOrder' : 'problems'} />;
}

/** How a connection is going. Of one that was never called nobody knows. */
export function ConnectionBadge({ isWell, isTested }: { isWell: boolean; isTested: boolean }) {
  return isWell && !isTested ? <Badge state="notTested" /> : <HealthBadge isWell={isWell} />;
}

/** How a link is going. What is still being set up runs nothing that could be well. */
export function LinkBadges({ state, isWell }: { state: IntegrationState; isWell: boolean }) {
  return (
    <p class="badges">
      <Badge state={state} />
      {(state !== 'draft' || !isWell) && <HealthBadge isWell={isWell} />}
    </p>
  );
}

/** So many records that wait until something else is put right. */
export function Waiting({ count }: { count: number }) {
  return <span class="badge busy">{useWords().stateCounts.waiting(count)}</span>;
}

/** So many records or levels that a person has to do something about. */
export function NeedYou({ count }: { count: number }) {
  return <span class="badge bad">{useWords().stateCounts.needYou(count)}</span>;
}

import type { CredentialField } from '../../engine/configuration/credential-fields.ts';
import type { ActivationView } from '../../engine/connection/activations.ts';
import { Notice } from '../parts/notice.tsx';
import { Timestamp } from '../parts/timestamp.tsx';
import { useWords } from '../reader.ts';
import { PostForm } from '../rights.tsx';

/** The control of the address that alone is taken. */
export const placeControl = 'activation-address';

export interface ActivationParts {
  /** The integration's. */
  readonly id: string;
  readonly connection: string;
  readonly system: string;
  readonly activation: ActivationView;
  /** The credential that says where the system is. */
  readonly place: CredentialField;
  /** As it was typed, or as it stands. */
  readonly typed: string;
  readonly zone: string;
  /** What is wrong with it. */
  readonly problem?: string | undefined;
}

/** A connection that the people of the system make there: how it stands, and what begins it. */
export function ActivationCard(parts: ActivationParts) {
  const { id, connection, system, activation } = parts;
  const words = useWords().activation;
  const { state } = activation;
  return (
    <section class="card" aria-labelledby="activation">
      <h2 id="activation">{words.title(system)}</h2>
      <p>{words.what(system)}</p>
      <Standing {...parts} />
      <PostForm action={activationPath(id, connection)} class="stack">
        <Place {...parts} />
        {state !== 'none' && <p class="hint">{words.anew}</p>}
        <button type="submit" class="button">
          {words.show}
        </button>
      </PostForm>
    </section>
  );
}

export function activationPath(id: string, connection: string): string {
  return `/integrations/${id}/connections/${connection}/activation`;
}

function Standing({ system, activation: { state, until, problem }, zone }: ActivationParts) {
  const words = useWords().activation;
  switch (state) {
    case 'none':
      return null;
    case 'under-way':
      return <Notice tone="quiet">{words.underWay(system)}</Notice>;
    case 'done':
      return <Notice tone="good">{words.done(system)}</Notice>;
    default:
      return (
        <>
          {problem !== null && (
            <Notice tone="bad">
              {problem.message} <span class="next">{problem.action}</span>
            </Notice>
          )}
          <Notice tone="quiet">
            {state === 'over' || until === null
              ? words.over
              : words.waiting(<Timestamp at={until} zone={zone} />)}
          </Notice>
        </>
      );
  }
}

function Place({ place: { label, example }, typed, problem }: ActivationParts) {
  const { activation: words, setupConnect } = useWords();
  const isWrong = problem !== undefined;
  return (
    <div class="control">
      <label for={placeControl}>
        {label}
        <span class="aside"> ({setupConnect.optional})</span>
      </label>
      <input
        {...{ id: placeControl, name: 'address', value: typed, autocomplete: 'off', autocapitalize: 'none' }}
        spellcheck={false}
        aria-describedby={isWrong ? `${placeControl}:error ${placeControl}:hint` : `${placeControl}:hint`}
        {...(isWrong ? { 'aria-invalid': 'true' as const } : {})}
      />
      <p class="hint" id={`${placeControl}:hint`}>
        {words.placeHint}
        {example !== null && <> {setupConnect.suchAs(<code>{example}</code>)}</>}
      </p>
      {isWrong && (
        <p class="error" id={`${placeControl}:error`}>
          {problem}
        </p>
      )}
    </div>
  );
}

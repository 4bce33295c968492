import type { TaskView } from '../../engine/reporting/views.ts';
import { useWords } from '../reader.ts';
import { PostForm, useMay } from '../rights.tsx';
import { ActionButton, ComeBack } from './action-button.tsx';

interface ButtonsParts {
  /** The integration's. */
  readonly id: string;
  readonly task: TaskView;
  /** What the buttons act on, for people who do not see where they stand. */
  readonly about: string;
  /** The page to come back to, where that is another one than the integration's. */
  readonly back?: string | undefined;
}

/** What a person can do about a task; nothing where it has ended by itself. */
export function TaskButtons({ id, task, about, back }: ButtonsParts) {
  const words = useWords().taskButtons;
  const base = `/integrations/${id}/tasks/${task.id}`;
  switch (task.state) {
    case 'parked':
    case 'waiting':
    case 'queued':
      return (
        <div class="buttons">
          <ActionButton action={`${base}/retry`} text={words.retry} about={about} look="small" back={back} />
          {task.problem?.code === 'customer_gone' && <MakeAgain id={id} task={task} about={about} />}
          <SkipForm action={`${base}/skip`} task={task} about={about} back={back} />
        </div>
      );
    case 'skipped':
      return task.skippedBy === null ? null : (
        <div class="buttons">
          <ActionButton
            action={`${base}/unskip`}
            text={words.takeBack}
            about={about}
            look="small"
            back={back}
          />
        </div>
      );
    case 'done':
    case 'running':
      return null;
  }
}

/** Asks for the record by its id: what is known of it is not relied on then. */
function MakeAgain({ id, task: { flow, from, to, key }, about }: ButtonsParts) {
  return (
    <PostForm action={`/integrations/${id}/sync`}>
      <input type="hidden" name="flow" value={`${flow}:${from}:${to}`} />
      <input type="hidden" name="key" value={key} />
      <button type="submit" class="button small">
        {useWords().taskButtons.makeAgain}
        <span class="unseen"> {about}</span>
      </button>
    </PostForm>
  );
}

interface SkipParts extends Omit<ButtonsParts, 'id'> {
  readonly action: string;
}

function SkipForm({ action, task, about, back }: SkipParts) {
  const words = useWords().taskButtons;
  const field = `why-${task.id}`;
  if (!useMay('POST', action)) return null;
  return (
    <details class="inset skip">
      <summary>
        {words.leaveOut}
        <span class="unseen"> {about}</span>
      </summary>
      <PostForm action={action} class="stack">
        <ComeBack to={back} />
        <div class="control">
          <label for={field}>{words.why}</label>
          <input id={field} name="why" maxlength={1000} autocomplete="off" />
        </div>
        <button type="submit" class="button small">
          {words.leaveOut}
          <span class="unseen"> {about}</span>
        </button>
      </PostForm>
    </details>
  );
}

import type { TaskView } from '../../engine/reporting/views.ts';
import { useWords } from '../reader.ts';
import { PostForm, useMay } from '../rights.tsx';
import { ActionButton } from './action-button.tsx';

interface ButtonsParts {
  /** The integration's. */
  readonly id: string;
  readonly task: TaskView;
  /** What the buttons act on, for people who do not see where they stand. */
  readonly about: string;
}

/** What a person can do about a task; nothing where it has ended by itself. */
export function TaskButtons({ id, task, about }: ButtonsParts) {
  const words = useWords().taskButtons;
  const base = `/integrations/${id}/tasks/${task.id}`;
  switch (task.state) {
    case 'parked':
    case 'waiting':
    case 'queued':
      return (
        <div class="buttons">
          <ActionButton action={`${base}/retry`} text={words.retry} about={about} look="small" />
          {task.problem?.code === 'customer_gone' && <MakeAgain id={id} task={task} about={about} />}
          <SkipForm action={`${base}/skip`} task={task} about={about} />
        </div>
      );
    case 'skipped':
      return task.skippedBy === null ? null : (
        <div class="buttons">
          <ActionButton action={`${base}/unskip`} text={words.takeBack} about={about} look="small" />
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

function SkipForm({ action, task, about }: { action: string; task: TaskView; about: string }) {
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

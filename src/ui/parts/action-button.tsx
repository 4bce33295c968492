import { PostForm } from '../rights.tsx';

interface ActionParts {
  readonly action: string;
  readonly text: string;
  /** What the button acts on, for people who do not see where it stands. */
  readonly about?: string;
  readonly look?: 'primary' | 'danger' | 'small';
}

/** A button that does something at once. */
export function ActionButton({ action, text, about, look }: ActionParts) {
  return (
    <PostForm action={action}>
      <button type="submit" class={look === undefined ? 'button' : `button ${look}`}>
        {text}
        {about !== undefined && <span class="unseen"> {about}</span>}
      </button>
    </PostForm>
  );
}

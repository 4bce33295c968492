import { PostForm } from '../rights.tsx';

interface ActionParts {
  readonly action: string;
  readonly text: string;
  /** What the button acts on, for people who do not see where it stands. */
  readonly about?: string;
  readonly look?: 'primary' | 'danger' | 'small' | 'small danger';
  /** The page to come back to, where that is another one than the integration's. */
  readonly back?: string | undefined;
}

/** A button that does something at once. */
export function ActionButton({ action, text, about, look, back }: ActionParts) {
  return (
    <PostForm action={action}>
      <ComeBack to={back} />
      <button type="submit" class={look === undefined ? 'button' : `button ${look}`}>
        {text}
        {about !== undefined && <span class="unseen"> {about}</span>}
      </button>
    </PostForm>
  );
}

/** Part of a form: the page that is shown afterwards. */
export function ComeBack({ to }: { to: string | undefined }) {
  return to === undefined ? null : <input type="hidden" name="back" value={to} />;
}

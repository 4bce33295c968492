import { useWords } from '../reader.ts';
import { PostForm } from '../rights.tsx';

interface DeleteParts {
  /** The integration's. */
  readonly id: string;
  readonly name: string;
  readonly isWrong: boolean;
}

export function DeleteLink({ id, name, isWrong }: DeleteParts) {
  const words = useWords().deleting;
  return (
    <section class="card" aria-labelledby="delete">
      <h2 id="delete">{words.heading}</h2>
      <p>{words.help}</p>
      <PostForm action={`/integrations/${id}/delete`} class="stack">
        <div class="control">
          <label for="confirm">{words.confirm(<strong>{name}</strong>)}</label>
          <input
            id="confirm"
            name="confirm"
            required
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            {...(isWrong ? { 'aria-invalid': 'true' as const } : {})}
          />
        </div>
        <button type="submit" class="button danger">
          {words.delete}
        </button>
      </PostForm>
    </section>
  );
}

import { useWords } from '../reader.ts';
import { PostForm } from '../rights.tsx';

/** The credentials of a connection open another account: two ways on, besides entering those of before. `id`: of its link. */
export function AcceptAccount({ id, connection }: { id: string; connection: string }) {
  const words = useWords().attention;
  return (
    <PostForm action={`/integrations/${id}/connections/${connection}/accept-account`} class="buttons">
      <button type="submit" name="account" value="another" class="button small">
        {words.anotherAccount}
      </button>
      <button type="submit" name="account" value="same" class="button small">
        {words.sameAccount}
      </button>
    </PostForm>
  );
}

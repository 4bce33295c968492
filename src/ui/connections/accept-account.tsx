import { ComeBack } from '../parts/action-button.tsx';
import { useWords } from '../reader.ts';
import { PostForm } from '../rights.tsx';

interface AcceptParts {
  /** The integration's. */
  readonly id: string;
  readonly connection: string;
  /** The page to come back to, where that is another one than the integration's. */
  readonly back?: string;
}

/** Two ways on where credentials open another account than before, besides entering those of before. */
export function AcceptAccount({ id, connection, back }: AcceptParts) {
  const words = useWords().attention;
  return (
    <PostForm action={`/integrations/${id}/connections/${connection}/accept-account`} class="buttons">
      <ComeBack to={back} />
      <button type="submit" name="account" value="another" class="button small">
        {words.anotherAccount}
      </button>
      <button type="submit" name="account" value="same" class="button small">
        {words.sameAccount}
      </button>
    </PostForm>
  );
}

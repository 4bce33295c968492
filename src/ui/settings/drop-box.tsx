import type { DocumentChange } from '../../engine/configuration/document-diff.ts';
import { useWords } from '../reader.ts';

/** Where flows go: whether what still waits in them is left out. Without it, that is a reason to refuse. */
export function DropBox({ changes }: { changes: readonly DocumentChange[] }) {
  const { configuration: words } = useWords();
  const takesOut = changes.some(
    ({ path, becomes }) => path[0] === 'flows' && path.length === 2 && becomes === null,
  );
  return takesOut ? (
    <label class="check">
      <input type="checkbox" name="drop" value="yes" />
      <span>{words.drop}</span>
    </label>
  ) : null;
}

import { useWords } from '../reader.ts';
import { Notice } from './notice.tsx';

export interface Wrong {
  /** Id of the control; null where the page has none. */
  readonly control: string | null;
  /** What the field is called. */
  readonly label: string;
  readonly message: string;
}

/** What has to be corrected before anything is saved, each with a link to its field. */
export function ErrorSummary({ wrong }: { wrong: readonly Wrong[] }) {
  const { configuration: words } = useWords();
  if (wrong.length === 0) return null;
  return (
    <Notice tone="bad">
      <p>
        <strong>{words.nothingSaved}</strong> {words.corrections(wrong.length)}
      </p>
      <ul>
        {wrong.map(({ control, label, message }) => (
          <li>
            {control === null ? label : <a href={`#${control}`}>{label}</a>} {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

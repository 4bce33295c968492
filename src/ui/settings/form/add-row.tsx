import { useWords } from '../../reader.ts';
import { useForm } from './context.ts';

interface AddRowProps {
  readonly table: string;
  /** What the rows are of, for people who do not see where the button stands. */
  readonly about: string;
}

/** Shows the form again with one row more, and with all that was typed. */
export function AddRow({ table, about }: AddRowProps) {
  const { action } = useForm();
  const { addRow } = useWords().settingsForm;
  const id = `${table}:add`;
  return (
    <p>
      <button
        type="submit"
        class="button small"
        id={id}
        name="more"
        value={table}
        formaction={`${action}#${id}`}
        formnovalidate
      >
        {addRow}
        <span class="unseen">: {about}</span>
      </button>
    </p>
  );
}

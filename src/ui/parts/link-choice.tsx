import { useWords } from '../reader.ts';
import { FieldError, type Mistake, toldOf } from './field-error.tsx';

interface ChoiceParts {
  /** `some`: only those that are ticked. */
  readonly scope: string;
  readonly ticked: readonly string[];
  readonly links: readonly { readonly id: string; readonly name: string }[];
  readonly wrong: Mistake;
}

/** What a summary of errors leads to. */
export const linkChoiceControl = 'scope';

/** For all links, or only some: fields `scope` and `link`. */
export function LinkChoice({ scope, ticked, links, wrong }: ChoiceParts) {
  const words = useWords().tokens;
  return (
    <fieldset class="control">
      <legend>{words.links}</legend>
      <FieldError control={linkChoiceControl} wrong={wrong} />
      <label class="check">
        <input
          {...{ id: linkChoiceControl, type: 'radio', name: 'scope', value: 'all' }}
          checked={scope !== 'some'}
          {...toldOf(linkChoiceControl, wrong)}
        />
        <span>{words.allLinks}</span>
      </label>
      {links.length > 0 && (
        <>
          <label class="check">
            <input type="radio" name="scope" value="some" checked={scope === 'some'} />
            <span>{words.someLinks}</span>
          </label>
          {links.map(({ id, name }) => (
            <label class="check inner">
              <input type="checkbox" name="link" value={id} checked={ticked.includes(id)} />
              <span>
                {name}
                {links.some((other) => other.id !== id && other.name === name) && (
                  <>
                    {' '}
                    <code>{id}</code>
                  </>
                )}
              </span>
            </label>
          ))}
        </>
      )}
    </fieldset>
  );
}

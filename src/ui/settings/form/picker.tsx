import { shownText, typedText } from '../../../engine/configuration/form/typed-text.ts';
import type { Listing } from '../../../flows/listed.ts';
import { useWords } from '../../reader.ts';
import { useForm } from './context.ts';
import { useDescription } from './help.tsx';
import { offerOf } from './offers.ts';

interface PickerProps {
  readonly name: string;
  readonly text: string;
  readonly listing: Listing | undefined;
  /** For a control without a label that is seen. */
  readonly label?: string | undefined;
  /** What an empty field is. */
  readonly empty?: string | undefined;
  readonly hint?: string | null;
  readonly type?: 'text' | 'date';
  readonly mode?: 'numeric' | 'decimal' | undefined;
  readonly id?: string;
}

/** A value of a list: picked from a short one that is whole, else typed, with what there is offered. */
export function Picker(props: PickerProps) {
  const { name, text, listing, label, empty, hint, type = 'text', mode, id = name } = props;
  const offer = offerOf(listing, useForm().lookups);
  const { settingsForm: words } = useWords();
  const described = useDescription(name, hint);
  const named = label === undefined ? {} : { 'aria-label': label };
  if (offer?.isShort) {
    const isKnown = text === '' || offer.options.some(({ value }) => value === typedText(text));
    return (
      <select id={id} name={name} {...named} {...described}>
        <option value="">{empty ?? words.notSet}</option>
        {!isKnown && (
          <option class="text" value={text} selected>
            {text}
          </option>
        )}
        {offer.options.map(({ value, label: shown }) => (
          <option class="text" value={shownText(value)} selected={text !== '' && value === typedText(text)}>
            {shown === value ? value : `${shown} (${value})`}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      id={id}
      name={name}
      type={type}
      value={text}
      autocomplete="off"
      autocapitalize="none"
      spellcheck={false}
      {...(mode === undefined ? {} : { inputmode: mode })}
      {...(offer !== null && offer.options.length > 0 ? { list: offer.id } : {})}
      {...named}
      {...described}
    />
  );
}

/** Why there is nothing to pick now. */
export function NotAsked({ listing }: { listing: Listing | undefined }) {
  const offer = offerOf(listing, useForm().lookups);
  const { settingsForm: words } = useWords();
  return offer?.why == null ? null : <p class="hint">{words.notAsked(offer.why)}</p>;
}

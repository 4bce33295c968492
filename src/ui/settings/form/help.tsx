import type { SettingSchema } from '../../../engine/configuration/setting-schema.ts';
import { useWords } from '../../reader.ts';
import { useForm } from './context.ts';
import { defaultWords, helpParts } from './words.ts';

interface HelpProps {
  readonly id: string;
  readonly schema: SettingSchema;
  /** The group that the setting is in. */
  readonly group: SettingSchema;
  /** The control itself says what it is when nothing is said. */
  readonly isTold?: boolean;
}

/** What a setting does, and what it is when nothing is said. */
export function Help({ id, schema, group, isTold = false }: HelpProps) {
  const words = useWords();
  const { schema: form } = useForm();
  const usual = isTold ? null : defaultWords(schema, words);
  const around = [group, form.properties?.settings ?? form];
  return (
    <p class="hint" id={id}>
      {helpParts(schema.description ?? '', schema, around, words).map((part) =>
        typeof part === 'string' ? part : <code>{part.code}</code>,
      )}
      {usual !== null && (
        <>
          {'. '}
          <strong>{usual}</strong>
        </>
      )}
    </p>
  );
}

/** What is wrong with one control. */
export function FieldError({ name }: { name: string }) {
  const message = useForm().errors.get(name);
  return message === undefined ? null : (
    <p class="error" id={`${name}:error`}>
      {message}
    </p>
  );
}

/** How a control names its hint, and what is wrong with it. */
export function useDescription(name: string, hint: string | null = `${name}:hint`) {
  const isWrong = useForm().errors.has(name);
  const ids = [...(isWrong ? [`${name}:error`] : []), ...(hint === null ? [] : [hint])];
  return {
    ...(ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') }),
    ...(isWrong ? { 'aria-invalid': 'true' as const } : {}),
  };
}

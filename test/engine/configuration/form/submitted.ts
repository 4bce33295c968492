import type { Field } from '../../../../src/engine/configuration/form/field.ts';
import type { Entries } from '../../../../src/engine/configuration/form/sent.ts';

/** What a browser sends of a form as it is shown: empty fields too, boxes where they are ticked, line breaks as CR LF. */
export function submitted(field: Field): Entries {
  switch (field.kind) {
    case 'text':
    case 'pick':
      return [[field.name, field.text]];
    case 'list':
      return [...field.texts, ''].map((text) => [field.name, text] as const);
    case 'group': {
      const { name, presence, fields } = field;
      return [...(presence === null ? [] : ofPresence(name, presence)), ...fields.flatMap(submitted)];
    }
    case 'choice':
      return [
        ...field.rows.flatMap(
          ({ name, key, text, isOffered }): Entries => [
            [`${name}.key`, key],
            [`${name}.value`, text],
            ...(isOffered ? [[`${name}.offered`, 'yes'] as const] : []),
          ],
        ),
        ...submitted(field.fallback),
        ...submitted(field.force),
        ...(field.isKeptEmpty ? [[`${field.name}.isSet`, 'yes'] as const] : []),
      ];
    case 'table':
      return field.rows.flatMap(({ name, key, value }) => [
        [`${name}.key`, key] as const,
        ...submitted(value),
      ]);
    case 'rows':
      return field.rows.flatMap(submitted);
    case 'constants':
      return field.rows.flatMap(({ name, key, constant, text }) => [
        [`${name}.key`, key] as const,
        [`${name}.kind`, constant] as const,
        [`${name}.value`, text.replaceAll('\n', '\r\n')] as const,
      ]);
  }
}

function ofPresence(
  name: string,
  { isSet, wasSet }: { readonly isSet: boolean; readonly wasSet: boolean },
): Entries {
  return [
    ...(isSet ? [[`${name}.isSet`, 'yes'] as const] : []),
    ...(wasSet ? [[`${name}.wasSet`, 'yes'] as const] : []),
  ];
}

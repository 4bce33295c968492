import type { Field } from './field.ts';
import { typedText } from './typed-text.ts';

/** The control of a part of the document: that of the field itself, or the first of what it is in. Null where the form has none. */
export function controlAt(field: Field, path: readonly (string | number)[]): string | null {
  const [next, ...rest] = path;
  if (next === undefined) return anchorOf(field);
  switch (field.kind) {
    case 'group': {
      const part = field.fields.find(({ path: own }) => own.at(-1) === next);
      return part === undefined ? anchorOf(field) : controlAt(part, rest);
    }
    case 'choice': {
      if (next !== 'map') return next === 'force' ? field.force.name : field.fallback.name;
      const row = field.rows.find(({ key }) => typedText(key) === rest[0]);
      return row === undefined ? anchorOf(field) : `${row.name}.value`;
    }
    case 'table': {
      const row = field.rows.find(({ key }) => typedText(key) === next);
      if (row === undefined) return anchorOf(field);
      return rest.length === 0 ? `${row.name}.key` : controlAt(row.value, rest);
    }
    case 'rows': {
      const row = field.rows[Number(next)];
      return row === undefined ? anchorOf(field) : controlAt(row, rest);
    }
    case 'constants': {
      const row = field.rows.find(({ key }) => typedText(key) === next);
      return row === undefined ? anchorOf(field) : `${row.name}.value`;
    }
    case 'list':
      return `${field.name}.${next}`;
    default:
      return field.name;
  }
}

/** Where a field begins on the page. */
function anchorOf(field: Field): string | null {
  switch (field.kind) {
    case 'group': {
      const [first] = field.fields;
      if (field.presence !== null) return `${field.name}.isSet`;
      return first === undefined ? null : anchorOf(first);
    }
    case 'choice':
      return field.fallback.name;
    case 'list':
      return `${field.name}.0`;
    case 'table':
    case 'rows':
    case 'constants':
      return `${field.name}:add`;
    default:
      return field.name;
  }
}

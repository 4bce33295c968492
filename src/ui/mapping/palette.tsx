import { useWords } from '../reader.ts';

/** What formulas are mostly made of. The names in capitals stand for fields of the record. */
const examples = {
  substring: '$substring(FIELD, 0, 20)',
  substringBefore: '$substringBefore(FIELD, "-")',
  uppercase: '$uppercase(FIELD)',
  trim: '$trim(FIELD)',
  replace: '$replace(FIELD, "a", "b")',
  contains: '$contains(FIELD, "a")',
  join: '$join(order.lines.sku, ", ")',
  count: '$count(order.lines)',
  number: '$number(FIELD)',
  exists: '$exists(FIELD)',
  choose: 'FIELD = "a" ? "b" : "c"',
  otherwise: 'FIELD ?? "a"',
} as const;

export function Palette() {
  const { palette, functions } = useWords().mappingEditor;
  return (
    <details class="inset">
      <summary>{palette}</summary>
      <ul class="items">
        {Object.entries(examples).map(([name, code]) => (
          <li>
            <code>{code}</code> {functions[name as keyof typeof examples]}
          </li>
        ))}
      </ul>
      <p>
        <a href="https://docs.jsonata.org/overview">
          <code>docs.jsonata.org</code>
        </a>
      </p>
    </details>
  );
}

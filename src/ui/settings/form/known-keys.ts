import type { FlowLookups } from '../../../engine/configuration/flow-lookups.ts';
import { shownText } from '../../../engine/configuration/form/typed-text.ts';
import type { SettingSchema } from '../../../engine/configuration/setting-schema.ts';
import { offerOf } from './offers.ts';

/** A value that a choice can be made by. */
export interface KnownKey {
  readonly key: string;
  /** As a field shows it. */
  readonly shown: string;
  readonly label: string;
  /** So many records are parked because the table lacks it. */
  readonly count: number;
}

/** Those that records wait for, first; then those that are known anyway: of a short list, or of the setting itself. */
export function knownKeys(
  { by, names = {} }: SettingSchema,
  path: readonly (string | number)[],
  lookups: FlowLookups,
): ReadonlyMap<string, KnownKey> {
  const setting = path.filter((part) => part !== 'settings').join('.');
  const seen = lookups.seen.filter((each) => each.setting === setting);
  const offer = by !== undefined && 'end' in by ? offerOf(by, lookups) : null;
  const values =
    by !== undefined && 'values' in by
      ? by.values.map((value) => ({ value, label: names[value] ?? value }))
      : [];
  const options = [...(offer?.isShort ? offer.options : []), ...values];
  const labelOf = (key: string) => options.find(({ value }) => value === key)?.label ?? key;
  const entries = [
    ...seen.map(({ value, count }) => ({ key: value, count })),
    ...options
      .filter(({ value }) => !seen.some((each) => each.value === value))
      .map(({ value }) => ({ key: value, count: 0 })),
  ];
  return new Map(
    entries.map(({ key, count }) => [key, { key, count, shown: shownText(key), label: labelOf(key) }]),
  );
}

import { isUnnamed, type LookupName, type Option } from '../../connectors/contract/lookups.ts';
import type { Texts } from '../../texts/en.ts';

/** Which words name the codes of a list. */
const wordsFor: Readonly<Partial<Record<LookupName, keyof Texts['optionWords']>>> = {
  orderStatuses: 'statuses',
  paymentStatuses: 'statuses',
  paymentMethods: 'methods',
};

/**
 * A list in the reader's words, where the system has only codes; names that the system or its merchant gave stay. `isFixed`: it is the same
 * in every account, so its names are the vendor's words, which nobody has changed.
 */
export function inReaderWords(
  lookup: LookupName,
  options: readonly Option[],
  isFixed: boolean,
  { optionWords }: Texts,
): readonly Option[] {
  const kind = wordsFor[lookup];
  if (kind === undefined) return options;
  const words: Readonly<Record<string, string>> = optionWords[kind];
  return options.map((option) => {
    const code = (isFixed ? option.label : option.value).toLowerCase().replaceAll(' ', '_');
    const word = (isFixed || isUnnamed(option)) && Object.hasOwn(words, code) ? words[code] : undefined;
    return word === undefined ? option : { ...option, label: word };
  });
}

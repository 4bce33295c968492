/**
 * A street with its house number, taken apart and put together, in the forms of the Netherlands, Belgium, Germany and
 * France. Nothing is lost on the way: what is joined says what was split, to the character but for repeated blanks.
 */
export interface Street {
  readonly name: string;
  readonly houseNumber?: string;
  /** What follows the number: `a`, `bis`, `III`, `bte 3`, `2. OG`. */
  readonly addition?: string;
  /** How it was written; the usual way when left out. */
  readonly written?: Written;
}

interface Written {
  readonly numberFirst: boolean;
  /** Between name and number. */
  readonly gap: string;
  /** Between number and addition. */
  readonly link: string;
}

/** A longer text is no street, and the patterns would take too long on it. */
const maxCharacters = 200;

export function splitStreet(text: string): Street {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length > maxCharacters) return { name: line };
  return numberFirst(line) ?? numberLast(line) ?? { name: line };
}

export function joinStreet(street: Street): string {
  const { name, houseNumber, addition } = street;
  if (houseNumber === undefined) return [name, addition].filter(Boolean).join(' ');
  const { numberFirst, gap, link } = street.written ?? usual(addition);
  const number = addition === undefined ? houseNumber : `${houseNumber}${link}${addition}`;
  return numberFirst ? `${number}${gap}${name}` : `${name}${gap}${number}`;
}

/** "12a", "12-14", "12 bis". */
function usual(addition = ''): Written {
  return { numberFirst: false, gap: ' ', link: /^(?:\p{L}$|[-/])/u.test(addition) ? '' : ' ' };
}

/** "12 rue Haute", "12 bis, rue Haute": only before a word for a street, for "5 Meiplein" is a name. */
const numberThenName =
  /^(\d{1,5})(?:( ?[-/]? ?)(bis|ter|quater|[a-df-z]))?(,? )((?:rue|r\.|avenue|av\.?|boulevard|b[dl]\.?|place|pl\.?|chauss[ée]e|ch\.|chemin|route|all[ée]e|impasse|quai|square|cours|clos|dr[èe]ve|sentier|passage|faubourg|voie|rond-point|mont[ée]e|venelle|galerie|parvis)(?: .*|))$/iu;

function numberFirst(line: string): Street | null {
  const [, houseNumber, link = '', addition, gap, name] = numberThenName.exec(line) ?? [];
  if (houseNumber === undefined || gap === undefined || name === undefined) return null;
  return street(name, houseNumber, addition, { numberFirst: true, gap, link });
}

/** The first number that nothing but an addition follows: names have numbers too ("Plein 1944 7", "1e Dwarsstraat 5"). */
function numberLast(line: string): Street | null {
  for (const match of line.matchAll(/[ ,]+(\d{1,5})(?!\d)/gu)) {
    const name = line.slice(0, match.index);
    const [whole, houseNumber = ''] = match;
    const rest = line.slice(match.index + whole.length);
    if (!/\p{L}/u.test(name) || isPartOfName(houseNumber, rest)) continue;
    const [link = ''] = /^[ ,]*[-–/]? ?/u.exec(rest) ?? [];
    const addition = rest.slice(link.length);
    if (rest !== '' && !isAddition(link, addition)) continue;
    const gap = whole.slice(0, whole.length - houseNumber.length);
    return street(name, houseNumber, addition || undefined, { numberFirst: false, gap, link });
  }
  return null;
}

function street(name: string, houseNumber: string, addition: string | undefined, written: Written): Street {
  return addition === undefined && written.link !== ''
    ? { name, houseNumber, addition: '', written }
    : { name, houseNumber, ...(addition === undefined ? {} : { addition }), written };
}

/** A year, or '40-'45, with the house number right behind it. */
function isPartOfName(number: string, rest: string): boolean {
  const isYear = /^(?:1[5-9]|20)\d\d$/.test(number) && /^ \d{1,4}(?![\d.]|(?:e|de|ste) )/u.test(rest);
  return isYear || (number === '40' && /^-45 \d/u.test(rest));
}

/** Words that say where in a house; whatever stands with them belongs to the addition. */
const place =
  /^(?:\d{1,3}(?:\.|e|er|ste|de|[èe]me)? ?)?(?:bte|bo[iî]te|bus|box|app(?:\.|t|artement)?|unit|kamer|whg|wohnung|etage|[ée]tage|stock|o\.?g|e\.?g|d\.?g|u\.?g|verd(?:ieping)?|hoog|links?|rechts?|li|re|hs|huis|haus|hinterhaus|vorderhaus|hof|gebouw|toren|lokaal|b[âa]t(?:iment)?|esc(?:alier)?|porte|zu|t\/o)(?![\p{L}])/iu;

function isAddition(link: string, text: string): boolean {
  // "1e", "2nd": the number is an ordinal.
  if (link === '' && /^(?:e|er|de|ste|[èe]re|[èe]me|st|nd|rd|th)(?: |$)/iu.test(text) && text.includes(' '))
    return false;
  return place.test(text) || /^(?:\d{1,5} ?)?\p{L}{0,4}\.?(?: ?[-/+] ?(?:\d{1,5}|\p{L}{1,4}))?$/u.test(text);
}

const names = {
  nl: new Intl.DisplayNames(['nl'], { type: 'region' }),
  en: new Intl.DisplayNames(['en'], { type: 'region' }),
};

/** `NL` as `Nederland` or `Netherlands`. */
export function countryName(code: string | null, language: 'nl' | 'en'): string | null {
  return code !== null && /^[A-Z]{2}$/.test(code) ? (names[language].of(code) ?? code) : null;
}

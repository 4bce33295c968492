import { type Language, languages, textsIn } from '../../texts/languages.ts';
import { useWords } from '../reader.ts';

interface LinksParts {
  /** Path and query of the page, as a browser can ask for it again. */
  readonly address: string;
  readonly current: Language;
}

/** The same page in each language. Its address names the choice, which is kept from then on (src/routes/language.ts). */
export function LanguageLinks({ address, current }: LinksParts) {
  return (
    <nav aria-label={useWords().frame.languages} class="languages">
      {languages.map((language) => (
        <a
          href={addressIn(address, language)}
          lang={language}
          hreflang={language}
          {...(language === current ? { 'aria-current': 'true' } : {})}
        >
          {textsIn(language).pages.frame.language}
        </a>
      ))}
    </nav>
  );
}

function addressIn(address: string, language: Language): string {
  const [path = ''] = address.split('?', 1);
  const asked = new URLSearchParams(address.slice(path.length));
  asked.set('lang', language);
  // `//host/…` would lead away from this site.
  return `${path.replace(/^\/+/, '/')}?${asked}`;
}

import type { Context, MiddlewareHandler } from 'hono';
import { setCookie } from 'hono/cookie';
import { languageDetector } from 'hono/language';
import type { Texts } from '../texts/en.ts';
import { defaultLanguage, isLanguage, type Language, languages, textsIn } from '../texts/languages.ts';
import { isSecure } from './is-secure.ts';

const parameter = 'lang';
const cookie = 'koppel-language';
const yearSeconds = 365 * 24 * 3_600;

const detector = (order: ('querystring' | 'cookie' | 'header')[]) =>
  languageDetector({
    order,
    supportedLanguages: [...languages],
    fallbackLanguage: defaultLanguage,
    lookupQueryString: parameter,
    lookupCookie: cookie,
    caches: false,
  });

const byHeader = detector(['header']);
const byChoice = detector(['querystring', 'cookie', 'header']);

/** The API answers in the language of `Accept-Language`. */
export const apiLanguage: MiddlewareHandler = (context, next) =>
  byHeader(context, async () => {
    await next();
    tell(context, 'Accept-Language');
  });

/** A page is in the language that its address names, that was named before, or that the browser asks for. */
export const pageLanguage: MiddlewareHandler = (context, next) =>
  byChoice(context, async () => {
    await next();
    if (isLanguage(context.req.query(parameter))) keep(context);
    tell(context, 'Accept-Language, Cookie');
  });

/** An answer that is in one language whoever asks has said so already. */
function tell(context: Context, vary: string): void {
  if (!context.res.headers.has('content-language')) context.header('content-language', languageOf(context));
  context.header('vary', vary, { append: true });
}

function keep(context: Context): void {
  setCookie(context, cookie, languageOf(context), {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: isSecure(context),
    maxAge: yearSeconds,
  });
}

/** The language of whoever asks; English where nothing looked for it. */
export function languageOf(context: Context): Language {
  const found: unknown = context.get('language');
  return isLanguage(found) ? found : defaultLanguage;
}

export function textsFor(context: Context): Texts {
  return textsIn(languageOf(context));
}

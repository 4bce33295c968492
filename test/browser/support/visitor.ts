import type { Browser, Page } from 'playwright-core';
import type { Language } from '../../../src/texts/languages.ts';
import { type View, views } from './chromium.ts';

interface Habits {
  readonly view?: View;
  readonly language?: Language;
  readonly hasScript?: boolean;
}

/** Somebody with a browser of their own: their cookies are nobody else's. */
export class Visitor {
  readonly page: Page;
  readonly language: Language;
  readonly #url: string;

  private constructor(page: Page, language: Language, url: string) {
    this.page = page;
    this.language = language;
    this.#url = url;
  }

  static async come(browser: Browser, url: string, habits: Habits = {}): Promise<Visitor> {
    const { view = 'desktop', language = 'en', hasScript = true } = habits;
    const context = await browser.newContext({
      viewport: views[view],
      locale: language,
      javaScriptEnabled: hasScript,
      hasTouch: view === 'phone',
      // What is looked at in another colour scheme has those colours at once.
      reducedMotion: 'reduce',
    });
    return new Visitor(await context.newPage(), language, url);
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.#url}${path}`);
  }

  async logIn(token: string): Promise<void> {
    await this.open('/');
    await this.page.locator('input[name="token"]').fill(token);
    await this.page.locator('form[action="/login"] button').click();
  }

  /** What the page says, without what surrounds it. */
  async said(): Promise<string> {
    return (await this.page.locator('main').textContent()) ?? '';
  }

  /** How far the page can be moved sideways, in pixels. */
  sideways(): Promise<number> {
    return this.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}

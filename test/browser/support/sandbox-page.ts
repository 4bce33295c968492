import type { Browser, Page } from 'playwright-core';

/** The page of the sandbox in a tab of its own, as a newcomer has it beside Koppel. */
export class SandboxPage {
  readonly #page: Page;
  readonly #url: string;

  private constructor(page: Page, url: string) {
    this.#page = page;
    this.#url = url;
  }

  static async open(browser: Browser, url: string): Promise<SandboxPage> {
    return new SandboxPage(await browser.newPage(), url);
  }

  /** What it shows to copy, by the names that stand beside the values. */
  async credentials(system: string): Promise<[label: string, value: string][]> {
    await this.#page.goto(this.#url);
    const section = this.#page.locator(`section[aria-labelledby="system-${system}"]`);
    const [labels, values] = [section.locator('dt'), section.locator('dd')];
    const texts = await values.allTextContents();
    return (await labels.allTextContents()).map((label, index) => [label, texts[index] ?? '']);
  }

  async sendWebhooksTo(system: string, address: string): Promise<void> {
    await this.#page.goto(this.#url);
    const form = this.#page.locator(`form[action="/page/${system}/listen"]`);
    await form.locator('input').fill(address);
    await form.locator('button').click();
  }

  /** The id of the order. */
  async placeOrder(system: string): Promise<string> {
    await this.#page.goto(this.#url);
    await this.#page.locator(`form[action="/page/${system}/sell"] button`).click();
    const said = (await this.#page.getByRole('status').textContent()) ?? '';
    return /: (\S+)\.$/.exec(said)?.[1] ?? '';
  }

  async close(): Promise<void> {
    await this.#page.close();
  }
}

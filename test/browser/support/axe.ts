import axe from 'axe-core';
import type { Page } from 'playwright-core';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Rules of WCAG 2.2 AA that are broken on the page that is open, each with where. */
export function brokenRules(page: Page): Promise<string[]> {
  return run(page, { runOnly: levels });
}

/** All but those about colours, which take longest. */
export function brokenWords(page: Page): Promise<string[]> {
  return run(page, { runOnly: levels, rules: { 'color-contrast': { enabled: false } } });
}

/** Of the rules only those about colours: all that another colour scheme can break. */
export function brokenContrasts(page: Page): Promise<string[]> {
  return run(page, { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } });
}

async function run(page: Page, options: unknown): Promise<string[]> {
  // Given as a whole: the policy of the pages lets no script in.
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axe.source);
  return page.evaluate(
    `axe.run(${JSON.stringify(options)}).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target)))`,
  );
}

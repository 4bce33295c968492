import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** To look at with one's own eyes. */
const folder = process.env.SCREENSHOTS;

export const areTaken = folder !== undefined && folder !== '';

/** The whole page, where `SCREENSHOTS` names a folder. Slashes in the name become dashes. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (!areTaken) return;
  mkdirSync(`${folder}`, { recursive: true });
  const file = name.replace(/[^\w.-]+/g, '-').slice(0, 120);
  await page.screenshot({ path: `${folder}/${file}.png`, fullPage: true });
}

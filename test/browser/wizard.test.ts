/** A newcomer sets a link up, from an empty Koppel and with what the page of the sandbox shows. Three minutes are all that a walk has. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../src/texts/languages.ts';
import { bookedIn } from '../black-box/booked-rates.ts';
import { Stack } from '../black-box/stack.ts';
import { type SystemId, systems } from '../black-box/systems.ts';
import { brokenContrasts, brokenRules } from './support/axe.ts';
import { launchChromium, type View } from './support/chromium.ts';
import { SandboxPage } from './support/sandbox-page.ts';
import { shoot } from './support/screenshots.ts';
import { Visitor } from './support/visitor.ts';
import { type Pair, setUp } from './support/wizard.ts';

const walkMs = 180_000;

interface Case {
  readonly first: SystemId;
  readonly second: SystemId;
  /** Whose orders are carried over. */
  readonly from: SystemId;
  readonly view: View;
  readonly language: Language;
  readonly hasScript?: boolean;
}

const jorttEcwid = { first: 'ecwid', second: 'jortt', from: 'ecwid' } as const;
const jorttMagento = { first: 'magento', second: 'jortt', from: 'magento' } as const;
const ccvEcwid = { first: 'ccv', second: 'ecwid', from: 'ecwid' } as const;
const mijnwebwinkelJortt = { first: 'mijnwebwinkel', second: 'jortt', from: 'mijnwebwinkel' } as const;
const jorttSalesforce = { first: 'jortt', second: 'salesforce', from: 'salesforce' } as const;

const cases: readonly Case[] = [
  { ...jorttEcwid, view: 'desktop', language: 'en' },
  { ...jorttEcwid, view: 'phone', language: 'nl' },
  { ...jorttEcwid, view: 'desktop', language: 'de' },
  { ...jorttEcwid, view: 'phone', language: 'tr' },
  { ...jorttEcwid, view: 'desktop', language: 'nl', hasScript: false },
  { ...jorttMagento, view: 'desktop', language: 'nl' },
  { ...jorttMagento, view: 'phone', language: 'de' },
  { ...ccvEcwid, view: 'desktop', language: 'de' },
  { ...ccvEcwid, view: 'phone', language: 'tr' },
  { ...mijnwebwinkelJortt, view: 'desktop', language: 'tr' },
  { ...mijnwebwinkelJortt, view: 'phone', language: 'en' },
  { ...jorttSalesforce, view: 'desktop', language: 'en' },
  { ...jorttSalesforce, view: 'phone', language: 'nl' },
];

let stack: Stack;
let browser: Browser;

beforeAll(async () => {
  const settings = { salesforce: { reductionOrders: true } };
  stack = await Stack.start({ seeded: true, settings, movesClock: true });
  browser = await launchChromium();
}, 120_000);

/** Two links over the same accounts would book everything twice: that of a walk that failed goes, too. */
afterEach(async () => {
  const { items } = await stack.api<{ items: { id: string }[] }>('GET', '/integrations');
  for (const { id } of items) await stack.api('DELETE', `/integrations/${id}`);
});

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

/** Lets time go by until the order that was placed is at rest. */
async function carried(id: string): Promise<void> {
  const isOver = ({ state }: { readonly state: string }) => ['done', 'skipped', 'parked'].includes(state);
  for (let passes = 0; passes < 4; passes++) {
    await stack.pass(id);
    const tasks = await stack.tasks(id);
    if (tasks.length > 0 && tasks.every(isOver)) return;
  }
}

describe('the wizard', () => {
  it.each(cases)(
    'sets $first and $second up ($view, $language), and books what is sold from then on, once',
    async ({ first, second, from, view, language, hasScript = true }) => {
      const to = from === first ? second : first;
      const pair: Pair = { first, second, flow: `orders:${from}:${to}` };
      const sandbox = await SandboxPage.open(browser, stack.sandbox.url);
      const visitor = await Visitor.come(browser, stack.koppel.url, { view, language, hasScript });
      await visitor.logIn(stack.token);
      const found: string[] = [];
      const look = async (step: string) => {
        if ((await visitor.sideways()) > 0) found.push(`${step}: scrolls sideways`);
        await shoot(visitor.page, `wizard ${first}-${second} ${language} ${view} ${step}`);
        if (!hasScript || from !== 'ecwid') return;
        found.push(...(await brokenRules(visitor.page)).map((each) => `${step} ${each}`));
        await visitor.page.emulateMedia({ colorScheme: 'dark' });
        found.push(...(await brokenContrasts(visitor.page)).map((each) => `${step} dark ${each}`));
        await visitor.page.emulateMedia({ colorScheme: 'light' });
      };
      const booked = () => bookedIn[to]?.(stack.sandbox) ?? Promise.resolve([]);
      const before = await booked();

      const id = await setUp(`${first} ${second} ${language} ${view}`, pair, {
        ...{ visitor, sandbox, language, look },
      });
      const key = await sandbox.placeOrder(from);
      await carried(id);
      const sold = (await systems[from].sold(stack.sandbox)).find((each) => each.key === key);
      const after = await booked();
      const made = after.filter((each) => !before.some((old) => old.reference === each.reference));
      expect(made.map(({ reference, gross }) => ({ reference, gross }))).toEqual([
        { reference: sold?.number, gross: sold?.gross },
      ]);
      expect(after).toHaveLength(before.length + 1);
      expect(found).toEqual([]);
      await sandbox.close();
      await visitor.leave();
    },
    walkMs,
  );
});

import { expect } from 'vitest';
import { type Language, textsIn } from '../../../src/texts/languages.ts';
import type { SandboxPage } from './sandbox-page.ts';
import type { Visitor } from './visitor.ts';

export interface Pair {
  readonly first: string;
  readonly second: string;
  /** The flow that is switched on. */
  readonly flow: string;
}

interface Walk {
  readonly visitor: Visitor;
  readonly sandbox: SandboxPage;
  readonly language: Language;
  /** Looks at every page that comes. */
  readonly look: (step: string) => Promise<void>;
}

/** Clicks from the overview to a link that is live, by the words of the reader's language; returns its id. */
export async function setUp(name: string, { first, second, flow }: Pair, walk: Walk): Promise<string> {
  const { visitor, sandbox, language, look } = walk;
  const { page } = visitor;
  const { pages } = textsIn(language);
  const press = (text: string) => page.getByRole('button', { name: text, exact: true }).last().click();
  const follow = (text: string) => page.getByRole('link', { name: text, exact: true }).first().click();

  await visitor.open(`/?lang=${language}`);
  await follow(pages.overview.add);
  await look('systems');
  await page.getByLabel(pages.setupSystems.name).fill(name);
  await page.locator(`input[name="first"][value="${first}"]`).check();
  await page.locator(`input[name="second"][value="${second}"]`).check();
  await press(pages.setup.next);

  for (const [step, system] of Object.entries({ first, second })) {
    await look(`${step} before`);
    await enterCredentials(system, walk);
    await press(pages.setupConnect.test);
    expect(await page.locator('main .notice.good').count(), await visitor.said()).toBe(1);
    await look(step);
    await follow(pages.setup.next);
  }

  await look('flows');
  for (const box of await page.locator('input[name="flow"]').all())
    await box.setChecked((await box.getAttribute('value')) === flow);
  await press(pages.setup.next);

  await look('questions');
  await press(pages.lastSteps.saveAnswers);
  await dryRun(walk);
  await follow(pages.lastSteps.toLive);

  await look('live');
  const [, id = ''] = /\/integrations\/([^/]+)\//.exec(page.url()) ?? [];
  const [address] = await page.locator('#heard ~ dl code.address').allTextContents();
  if (address !== undefined) await sandbox.sendWebhooksTo(flow.split(':')[1] ?? '', address);
  await press(pages.lastSteps.start);
  await look('started');
  expect(new URL(page.url()).pathname).toBe(`/integrations/${id}`);
  return id;
}

/** Copied from the page of the sandbox, which names them as Koppel does in English. */
async function enterCredentials(system: string, { visitor, sandbox, language }: Walk): Promise<void> {
  const { page } = visitor;
  const english = fieldsOf(system, 'en');
  const own = fieldsOf(system, language);
  for (const [label, value] of await sandbox.credentials(system)) {
    const [field] = Object.entries(english).find(([, words]) => words.label === label) ?? [];
    if (field === undefined) throw new Error(`Koppel asks for no "${label}" of ${system}.`);
    const control = page.locator(`[id="credentials.${field}"]`);
    expect(await page.locator(`label[for="credentials.${field}"]`).textContent()).toContain(
      own[field]?.label,
    );
    if (!(await control.isVisible()))
      await page.locator('details:has([id^="credentials."]) > summary').click();
    await control.fill(value);
  }
}

function fieldsOf(system: string, language: Language): Readonly<Record<string, { readonly label: string }>> {
  const { credentials } = textsIn(language);
  return credentials[system as keyof typeof credentials];
}

/** All of the last twenty; whatever is not right leads to where it is mended. */
async function dryRun({ visitor, language, look }: Walk): Promise<void> {
  const { page } = visitor;
  const { lastSteps } = textsIn(language).pages;
  await look('dry-run before');
  await page.locator('button[name="do"][value="anew"]').click();
  const more = page.locator('button[name="do"][value="more"]');
  while ((await more.count()) > 0) await more.first().click();
  await look('dry-run');
  const rows = page.locator('.rows > .task');
  expect(await rows.count()).toBeGreaterThan(0);
  const wrong = rows.filter({ has: page.locator('.badge.bad') });
  for (const row of await wrong.all()) {
    const fix = row.getByRole('link', { name: lastSteps.fix });
    expect(await fix.count(), (await row.textContent()) ?? '').toBe(1);
  }
}

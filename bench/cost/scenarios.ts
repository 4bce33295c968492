import { Stage, type Subject } from './stage.ts';
import type { Counts } from './tally.ts';

export interface Counted {
  readonly counts: Counts;
  /** How many pieces of work the counts are of. */
  readonly pieces: number;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const pieces = 10;
const atOnce = 60;
/** Longer than the window of any rate limit here, which an object out of memory has forgotten. */
const pauseMs = 1_200;

/** Runs the real Worker through everything that costs, one kind after the other. */
export async function scenarios() {
  return {
    ...(await onStage(byWebhook)),
    ...(await onStage(byPoll)),
    ...(await onStage(bothWays)),
    ...(await onStage(ofLevels)),
  };
}

/** Each has clocks of its own, that it may move. */
async function onStage<Result>(play: (stage: Stage) => Promise<Result>): Promise<Result> {
  const stage = await Stage.start();
  try {
    return await play(stage);
  } finally {
    await stage.stop();
  }
}

async function byWebhook(stage: Stage) {
  const mugs = await stage.integration('mugs', 'ecwid', 'jortt');
  let deliveries = 0;
  const notice = (id: string) => {
    deliveries += 1;
    return mugs.hook(id, `cost-${deliveries}`);
  };
  const sold = async (customers: number) => notice(await stage.sell('ecwid', customers));
  await sold(1);
  await mugs.settled();
  const known = await counted(mugs, pieces, () => sold(1));
  const fresh = await counted(mugs, pieces, () => sold(100_000));
  const booked = await stage.sell('ecwid', 1);
  await notice(booked);
  await mugs.settled();
  const further = await counted(mugs, pieces, () => notice(booked));
  const repeated = await counted(mugs, pieces, () => mugs.hook(booked, 'cost-1'));
  const idle = await counted(mugs, pieces, () => stage.worker.cron());
  const busy = await countedAtOnce(mugs, atOnce, () => sold(1));
  return { known, fresh, further, repeated, idle, busy, later: await later(mugs) };
}

/** One after the other in a quiet shop: each finds the object out of memory. */
async function counted(subject: Subject, times: number, work: () => Promise<void>): Promise<Counted> {
  const all: Counts[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    await subject.evict();
    await subject.counts();
    await work();
    await subject.settled();
    all.push(await subject.counts());
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return { counts: together(all), pieces: times };
}

async function countedAtOnce(subject: Subject, times: number, work: () => Promise<void>): Promise<Counted> {
  await subject.counts();
  for (let turn = 0; turn < times; turn += 1) await work();
  await subject.settled();
  return { counts: await subject.counts(), pieces: times };
}

function together(all: readonly Counts[]): Counts {
  const [first, ...others] = all;
  if (!first) throw new Error('Nothing was counted.');
  return others.reduce(
    (sum, { events, statements }) => ({
      events: Object.fromEntries(
        Object.entries(sum.events).map(([event, count]) => [
          event,
          count + events[event as keyof typeof events],
        ]),
      ) as Counts['events'],
      statements: [...sum.statements, ...statements],
    }),
    first,
  );
}

/** What tidying deletes of one try when its time is over; and what it reads of what it keeps. */
async function later(subject: Subject): Promise<Counted & { readonly keepingRowsRead: number }> {
  const { activity } = await subject.rest();
  await subject.counts();
  await subject.pass(7 * 60 * minuteMs);
  await subject.alarm();
  const keeping = tidying(await subject.counts());
  await subject.pass(15 * dayMs);
  await subject.alarm();
  const first = tidying(await subject.counts());
  await subject.pass(90 * dayMs);
  await subject.alarm();
  const counts = together([first, tidying(await subject.counts())]);
  const keepingRowsRead = keeping.statements.reduce((sum, { rowsRead }) => sum + rowsRead, 0) / activity;
  return { counts, pieces: activity, keepingRowsRead };
}

function tidying({ events, statements }: Counts): Counts {
  return {
    events: Object.fromEntries(Object.keys(events).map((event) => [event, 0])) as Counts['events'],
    statements: statements.filter(({ sql }) => /^(DELETE|UPDATE activity|SELECT .* FROM activity)/.test(sql)),
  };
}

async function byPoll(stage: Stage) {
  const tea = await stage.integration('tea', 'magento', 'jortt');
  let ahead = 0;
  /** The shop's clock goes with Koppel's, or no signature would be accepted. */
  const nextPoll = async () => {
    ahead += 6 * minuteMs;
    await tea.pass(6 * minuteMs);
    await stage.control('/settings', { magento: { clockSkewMs: ahead } });
    await tea.alarm();
  };
  await stage.sell('magento', 1);
  await nextPoll();
  await tea.settled();
  // Its window overlaps: what was found is seen again for a while.
  for (let turn = 0; turn < 3; turn += 1) await nextPoll();
  const quiet = await counted(tea, pieces, nextPoll);
  const polled = await counted(tea, pieces, async () => {
    await stage.sell('magento', 1);
    await nextPoll();
  });
  return { quiet, polled };
}

/** Customers that are kept in step; each side is asked for its changes once, so that what was written comes back too. */
async function bothWays(stage: Stage) {
  const kept = await stage.integration('kept', 'ecwid', 'jortt', [
    { flow: 'customers', from: 'shop', to: 'books', every: '1h' },
    { flow: 'customers', from: 'books', to: 'shop', every: '1h' },
  ]);
  const bothLook = async () => {
    for (const flow of ['customers:shop:books', 'customers:books:shop']) {
      await stage.look('kept', flow);
      await kept.settled();
    }
  };
  const person = { email: 'cost@example.com', name: 'Cost Keeper', phone: '0200000000' };
  const { id } = await stage.control<{ id: string }>('/ecwid/people', person);
  for (let turn = 0; turn < 3; turn += 1) await bothLook();
  const unchanged = await counted(kept, pieces, bothLook);
  let edits = 0;
  const changed = await counted(kept, pieces, async () => {
    edits += 1;
    await stage.control(`/ecwid/people/${id}`, { phone: `02000000${10 + edits}` }, 'PATCH');
    await bothLook();
  });
  return { unchanged, changed };
}

/** Levels that change, one by one and many at once; and a look at all of them. */
async function ofLevels(stage: Stage) {
  const products = 400;
  for (const shop of ['ecwid', 'magento'])
    await stage.control(`/${shop}/catalogue`, { kind: 'generated', products, variants: 0 });
  const levels = await stage.integration('levels', 'ecwid', 'magento', [
    { flow: 'stock', from: 'shop', to: 'books' },
  ]);
  let changes = 0;
  const change = async () => {
    changes += 1;
    const sku = `G-${String(changes).padStart(6, '0')}`;
    const { ids } = await stage.control<{ ids: string[] }>(`/ecwid/products?sku=${sku}`, undefined, 'GET');
    await stage.control(`/ecwid/stock/${sku}`, { pieces: 1_000 }, 'PUT');
    for (const id of ids) await levels.productHook(id);
  };
  const level = await counted(levels, pieces, change);
  const levelsAtOnce = await countedAtOnce(levels, 100, change);
  // The shop's clock goes with Koppel's, as above.
  const aheadMs = 25 * 60 * minuteMs;
  await levels.pass(aheadMs);
  await stage.control('/settings', { magento: { clockSkewMs: aheadMs } });
  await levels.counts();
  await levels.alarm();
  await levels.settled();
  const compared: Counted = { counts: await levels.counts(), pieces: products };
  return { level, levelsAtOnce, compared };
}

export type Scenarios = Awaited<ReturnType<typeof scenarios>>;

import { beforeEach } from 'vitest';
import { ecwidSettings } from '../../sandbox/ecwid/settings.ts';
import { jorttSettings } from '../../sandbox/jortt/settings.ts';
import { seededRandom } from '../../sandbox/kit/random.ts';
import { Sandbox } from '../../sandbox/sandbox.ts';
import { hookOf } from './hook-of.ts';
import type { DocumentParts } from './integration-document.ts';
import { Outgoing } from './outgoing.ts';
import { shopDeeds } from './shop-deeds.ts';
import { Subject } from './subject.ts';
import { VirtualClock } from './virtual-clock.ts';

/**
 * A shop and books of the sandbox, and integrations between them, all of them on one virtual clock. To be called at the
 * head of a test file: every test begins with empty systems.
 */
export function shopAndBooks() {
  let chance = seededRandom(1);
  const clock = new VirtualClock(undefined, () => chance());
  let receiver: Subject | null = null;
  const sandbox = new Sandbox(clock, async (request) => {
    const hook = await hookOf(request);
    await receiver?.accept(hook);
    return new Response(null);
  });
  const { ecwid, jortt } = sandbox.systems;
  const outside = new Outgoing(sandbox);

  beforeEach(() => {
    chance = seededRandom(1);
    ecwid.change(ecwidSettings.parse({}));
    jortt.change(jorttSettings.parse({}));
    sandbox.reset(false);
    outside.reset();
  });

  /** One that is not configured; the shop's own webhooks go to the last one made. */
  function newSubject(): Subject {
    receiver = new Subject(clock, outside);
    return receiver;
  }

  return {
    clock,
    sandbox,
    ecwid,
    jortt,
    outside,
    ...shopDeeds(sandbox.systems),
    newSubject,
    /** Configured, its accounts read, its first poll done; the log of calls is empty. */
    startIntegration: async (parts: DocumentParts = {}): Promise<Subject> => {
      const subject = newSubject();
      await subject.configure(parts);
      await subject.settle();
      outside.clear();
      return subject;
    },
  };
}

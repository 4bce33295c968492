import type { Texts } from '../../texts/en.ts';
import { registersHooks, staffEntersHooks } from './registers-hooks.ts';

/** What stands above the address of a connection's webhooks: who sees to it that the system has it. */
export function hookTitle(
  connector: string,
  system: string,
  { connectionList: words }: Texts['pages'],
): string {
  if (registersHooks(connector)) return words.ownHook;
  return staffEntersHooks(connector) ? words.staffHook(system) : words.enteredHook;
}

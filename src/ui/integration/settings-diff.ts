import type { FlowDocument } from '../../engine/configuration/configuration.ts';
import { flowByName } from '../../flows/registry.ts';

type Settings = Readonly<Record<string, unknown>>;

/** The settings that were chosen: those that differ from what a flow does by itself. */
export function chosenSettings({ flow, settings }: FlowDocument): Settings {
  const defaults = flowByName(flow)?.settings.safeParse({});
  return defaults?.success ? differing(settings, defaults.data as Settings) : settings;
}

function differing(settings: Settings, defaults: Settings): Settings {
  const entries = Object.entries(settings).flatMap(([name, value]) => {
    const usual = defaults[name];
    if (JSON.stringify(value) === JSON.stringify(usual)) return [];
    return [[name, isSettings(value) && isSettings(usual) ? differing(value, usual) : value]];
  });
  return Object.fromEntries(entries);
}

function isSettings(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

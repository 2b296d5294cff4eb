import { emergencyNumberIn, emergencyRegions } from '../core/safety/emergency-numbers.ts';
import { m } from '../messages/generated/messages.js';
import { getLocale } from '../messages/generated/runtime.js';
import { elsewhere } from './settings.svelte.ts';

/** The countries whose emergency number is known, by name, and another one at the end. */
export function regionOptions(): readonly { readonly value: string; readonly name: string }[] {
  const names = new Intl.DisplayNames(getLocale(), { type: 'region' });
  const known = emergencyRegions.map((value) => ({ value, name: names.of(value) ?? value }));
  const inOrder = known.toSorted((a, b) => a.name.localeCompare(b.name, getLocale()));
  return [...inOrder, { value: elsewhere, name: m.region_elsewhere() }];
}

/** The number to call in an emergency: the person's own one before that of their country; null where none is known. */
export function emergencyNumber(region: string | null, own: string | null): string | null {
  return own ?? emergencyNumberIn(region)?.call[0] ?? null;
}

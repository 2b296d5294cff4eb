import * as v from 'valibot';
import { workstationIds } from '../core/advice/workstation.ts';
import type { Unfinished } from '../core/session/unfinished.ts';
import type { PersonDatabase } from './person-database.ts';
import { wholeMotion } from './motions.ts';
import { step, wholeSession } from './shapes.ts';
import { time } from './values.ts';

const unfinished: v.GenericSchema<unknown, Unfinished> = v.strictObject({
  session: wholeSession,
  steps: v.tupleWithRest([step], step),
  motions: v.array(wholeMotion),
});

/** A minute of the day. */
const dayMinute = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1439));

/** How the person wants to be reminded of a break: minutes apart, the quiet hours, and whether at all. */
const breaks = v.strictObject({
  every: v.number(),
  from: dayMinute,
  until: dayMinute,
  isOn: v.boolean(),
});

/** When the place to work was looked at last (ms since 1970), and what was fine. */
const placeToWork = v.strictObject({ at: time, fine: v.array(v.picklist(workstationIds)) });

/**
 * Every setting and what it may be. Values on disk that do not fit count as not set. The colours are
 * not here: they are needed before the first paint, sooner than a database can answer.
 */
const schemas = {
  /** The check that is under way, or was cut off. */
  unfinished,
  breaks,
  placeToWork,
};

export type SettingName = keyof typeof schemas;
export type SettingValue<Name extends SettingName> = v.InferOutput<(typeof schemas)[Name]>;

/** Small things remembered between visits. Throws Failure storage-* as Sessions does. */
export interface Settings {
  /** The value, or null when it is not set. */
  get<Name extends SettingName>(name: Name): Promise<SettingValue<Name> | null>;
  /** Keeps a value; null forgets it. */
  set<Name extends SettingName>(name: Name, value: SettingValue<Name> | null): Promise<void>;
}

/** The settings in the browser's database. */
export class DatabaseSettings implements Settings {
  readonly #database: PersonDatabase;

  constructor(database: PersonDatabase) {
    this.#database = database;
  }

  async get<Name extends SettingName>(name: Name): Promise<SettingValue<Name> | null> {
    const row = await this.#database.run(() => this.#database.settings.get(name));
    const parsed = v.safeParse(v.object({ value: schemas[name] }), row);
    return parsed.success ? (parsed.output.value as SettingValue<Name>) : null;
  }

  async set<Name extends SettingName>(name: Name, value: SettingValue<Name> | null): Promise<void> {
    const { settings } = this.#database;
    await this.#database.write([settings], async () => {
      if (value === null) await settings.delete(name);
      else await settings.put({ key: name, value });
    });
  }
}

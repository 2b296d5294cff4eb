import type { Table } from 'dexie';
import { Database } from './database.ts';
import { migrations } from './person-migrations.ts';

/** The connection to one person's database: what is in it is nobody else's. */
export class PersonDatabase extends Database {
  readonly records: Table<unknown, string>;
  readonly batches: Table<unknown, string>;
  readonly traces: Table<unknown, string>;
  readonly settings: Table<unknown, string>;
  readonly pictures: Table<unknown, string>;
  readonly motions: Table<unknown, string>;
  readonly summaries: Table<unknown, string>;

  constructor(name: string, onstale: () => void) {
    super(name, migrations, onstale);
    this.records = this.table('records');
    this.batches = this.table('batches');
    this.traces = this.table('traces');
    this.settings = this.table('settings');
    this.pictures = this.table('pictures');
    this.motions = this.table('motions');
    this.summaries = this.table('summaries');
  }
}

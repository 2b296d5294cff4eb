import { readFileSync, writeFileSync } from 'node:fs';
import { analyse } from './analyse.ts';
import { readArguments } from './arguments.ts';
import { calibrate, type Recordings } from './calibrate.ts';
import { checksum, readDataset, type Subject } from './dataset.ts';
import { writeTable } from './write-table.ts';

const { dataset, out, recordings } = readArguments(process.argv.slice(2));
// Only subjects of the dev split are ever tuned on; the longer clips are for the end-to-end tests.
const subjects = readDataset(dataset).filter(({ id }) => id.startsWith('dev_'));
if (subjects.length === 0) throw new Error(`No dev subjects in ${dataset}.`);
const seen = recordings
  ? (JSON.parse(readFileSync(recordings, 'utf8')) as Recordings)
  : await record(subjects);
if (out) writeFileSync(out, JSON.stringify(seen));
const calibration = calibrate(subjects, seen);
console.log('Error on bodies left out of the fit, in degrees\n');
console.log(calibration.lines.join('\n'));
const date = new Date().toISOString().slice(0, 10);
await writeTable(calibration, { date, subjects: subjects.length, checksum: checksum(subjects) });

async function record(of: readonly Subject[]): Promise<Recordings> {
  const analysed = await analyse(of, false);
  return Object.fromEntries(
    analysed.map(({ subject, analysis: { sightings, second } }) => [
      subject.id,
      { sightings, second },
    ]),
  );
}

import { analyse } from './analyse.ts';
import { readArguments } from './arguments.ts';
import { calibrate } from './calibrate.ts';
import { checksum, readDataset } from './dataset.ts';
import { writeTable } from './write-table.ts';

const { dataset } = readArguments(process.argv.slice(2));
// Only subjects of the dev split are ever tuned on; the longer clips are for the end-to-end tests.
const subjects = readDataset(dataset).filter(({ id }) => id.startsWith('dev_'));
if (subjects.length === 0) throw new Error(`No dev subjects in ${dataset}.`);
const analysed = await analyse(subjects, false);
const recordings = Object.fromEntries(
  analysed.map(({ subject, analysis }) => [subject.id, analysis]),
);
const calibration = calibrate(subjects, recordings);
console.log('Error on bodies left out of the fit, in degrees\n');
console.log(calibration.lines.join('\n'));
const date = new Date().toISOString().slice(0, 10);
await writeTable(calibration, { date, subjects: subjects.length, checksum: checksum(subjects) });

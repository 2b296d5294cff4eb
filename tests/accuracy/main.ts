import { writeFileSync } from 'node:fs';
import { fittedOn } from '../../src/core/measure/calibration-table.ts';
import { quantities } from '../../src/core/protocol/protocol.ts';
import { median } from '../../src/core/signal/robust.ts';
import { analyse, type Analysed } from './analyse.ts';
import { readArguments } from './arguments.ts';
import { calibrate } from './calibrate.ts';
import { checksum, readDataset } from './dataset.ts';
import { mean } from './fit.ts';
import { baselineOf, predictionsOf, truthOf, type Prediction } from './predictions.ts';
import { tableOf } from './table.ts';

const { dataset, out, baseline } = readArguments(process.argv.slice(2));
const subjects = readDataset(dataset);
if (subjects.length === 0)
  throw new Error(`No pictures or clips with a JSON beside them in ${dataset}.`);
const analysed = await analyse(subjects, baseline);

console.log(`Limber on ${String(subjects.length)} pictures and clips; errors in degrees\n`);
console.log(tableOf(analysed, predictionsOf).join('\n'));
const judged = analysed.flatMap(({ analysis }) => analysis.judgedMs);
if (judged.length > 0) {
  const [usual, longest] = [median(judged), Math.max(...judged)].map((ms) => ms.toFixed(0));
  console.log(`\nSecond look and fit after a trial: median ${usual} ms, longest ${longest} ms`);
}
if (baseline) {
  console.log('\nStock pose-detection, BlazePose full, textbook three-point angle\n');
  console.log(tableOf(analysed, baselineOf).join('\n'));
  console.log(`\n${ratios(analysed).join('\n')}`);
}
const dev = subjects.filter(({ id }) => id.startsWith('dev_'));
if (checksum(dev) === fittedOn.checksum) {
  // The table above holds bodies that the calibration has seen; these lines do not.
  const recordings = Object.fromEntries(
    analysed.map(({ subject, analysis }) => [subject.id, analysis]),
  );
  console.log('\nLeave one body out: each body by a calibration fitted without it\n');
  console.log(calibrate(dev, recordings).lines.join('\n'));
}
if (out) {
  const predictions = analysed.flatMap(predictionsOf);
  const stock = baseline ? analysed.flatMap(baselineOf) : [];
  writeFileSync(out, JSON.stringify({ predictions, baseline: stock }, null, 1));
}

/** How many times smaller Limber's mean error is, on the rows that both have measured. */
function ratios(all: readonly Analysed[]): readonly string[] {
  return ['trial', 'still'].flatMap((kind) =>
    quantities.flatMap((quantity) => {
      const pairs = all.flatMap((each) => {
        const own = pick(predictionsOf(each), quantity);
        const stock = pick(baselineOf(each), quantity);
        const truth = truthOf(each, quantity);
        if (each.subject.kind !== kind || own === null || stock === null || truth === null)
          return [];
        return [{ own: Math.abs(own - truth), stock: Math.abs(stock - truth) }];
      });
      if (pairs.length === 0) return [];
      const own = mean(pairs.map((pair) => pair.own));
      const stock = mean(pairs.map((pair) => pair.stock));
      return [
        `${`${kind} ${quantity}`.padEnd(28)} n ${String(pairs.length).padStart(3)}  MAE Limber ${own.toFixed(1)}  stock ${stock.toFixed(1)}  ratio ${(stock / own).toFixed(1)}`,
      ];
    }),
  );
}

function pick(rows: readonly Prediction[], quantity: string): number | null {
  return rows.find((row) => row.quantity === quantity)?.value ?? null;
}

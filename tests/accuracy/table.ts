import type { Analysed } from './analyse.ts';
import type { Prediction } from './predictions.ts';
import { truthOf } from './predictions.ts';
import { mean } from './fit.ts';

/** One scored row: a prediction beside its truth. */
interface Scored {
  readonly analysed: Analysed;
  readonly prediction: Prediction;
  readonly truth: number;
}

const headings = ['n', 'missed', 'refused', 'MAE', 'bias', 'SD', '95 %', 'cover'];

/** The table: per kind, test and quantity, then per condition, then what was refused rightly and wrongly. */
export function tableOf(
  analysed: readonly Analysed[],
  rowsOf: (each: Analysed) => readonly Prediction[],
): readonly string[] {
  const all = analysed.flatMap((each) =>
    rowsOf(each).flatMap((prediction) => {
      const truth = truthOf(each, prediction.quantity);
      return truth === null ? [] : [{ analysed: each, prediction, truth }];
    }),
  );
  const fair = all.filter(({ analysed: { subject } }) => isFair(subject));
  const lines = [`${'honest, near leg'.padEnd(44)}${headings.map((h) => h.padStart(8)).join('')}`];
  for (const [name, rows] of grouped(
    fair,
    ({ analysed: { subject }, prediction }) =>
      `${subject.kind} ${prediction.test} ${prediction.quantity}`,
  )) {
    lines.push(line(name, rows));
    const level = rows.filter(
      ({ analysed: { subject } }) => Math.abs(subject.truth.camera?.yaw ?? 0) <= 20,
    );
    if (level.length < rows.length) lines.push(line('  camera yaw within 20', level));
  }
  const mains = fair.filter(
    ({ prediction }) => prediction.quantity !== 'knee-flexion' || prediction.test === 'ake',
  );
  lines.push('', 'main quantity, by condition');
  for (const [name, rows] of grouped(mains, ({ analysed }) => analysed.subject.kind).flatMap(
    ([kind, of]) => conditions(of).map(([label, some]) => [`${kind} ${label}`, some] as const),
  )) {
    lines.push(line(`  ${name}`, rows));
  }
  return [...lines, '', ...refusals(analysed, rowsOf)];
}

/** Near leg and done as the test wants it, as far as the truth says. */
function isFair({ truth }: Analysed['subject']): boolean {
  if (truth.expected) return truth.expected.valid && truth.expected.near !== false;
  return !truth.test_side || !truth.near_side || truth.test_side === truth.near_side;
}

function conditions(rows: readonly Scored[]): readonly (readonly [string, readonly Scored[]])[] {
  const of = ({ analysed: { subject } }: Scored) => subject.truth;
  const yaw = (row: Scored): string => {
    const size = Math.abs(of(row).camera?.yaw ?? 0);
    return size <= 10 ? 'yaw 0-10' : size <= 20 ? 'yaw 11-20' : 'yaw over 20';
  };
  return [
    yaw,
    (row: Scored) => `light ${of(row).light ?? '?'}`,
    (row: Scored) => `room ${of(row).room ?? '?'}`,
    (row: Scored) => `body ${of(row).body?.id ?? '?'}`,
  ].flatMap((key) => grouped(rows, key));
}

/** Trials that are no test must be refused; honest ones of the near leg must not; of the far leg they may. */
function refusals(
  analysed: readonly Analysed[],
  rowsOf: (each: Analysed) => readonly Prediction[],
): readonly string[] {
  const trials = analysed.filter(({ subject }) => subject.truth.expected);
  const isRefused = (each: Analysed): boolean => rowsOf(each).every(({ refused }) => refused);
  const count = (name: string, of: readonly Analysed[]): string => {
    const refused = of.filter(isRefused);
    const reasons = refused.map((each) => `${each.subject.id}: ${rowsOf(each)[0]?.reason ?? '-'}`);
    return `${name.padEnd(44)}${String(refused.length)} of ${String(of.length)}${reasons.length > 0 ? `  (${reasons.join(', ')})` : ''}`;
  };
  return [
    count(
      'cheats refused',
      trials.filter(({ subject }) => !subject.truth.expected?.valid),
    ),
    count(
      'honest near-leg trials refused',
      trials.filter(({ subject }) => isFair(subject)),
    ),
    count(
      'far-leg trials refused',
      trials.filter(
        ({ subject: { truth } }) => truth.expected?.valid && truth.expected.near === false,
      ),
    ),
  ];
}

function line(name: string, rows: readonly Scored[]): string {
  const given = rows.filter(({ prediction }) => prediction.value !== null);
  const errors = given.map(({ prediction, truth }) => (prediction.value as number) - truth);
  const missed = rows.filter(({ prediction }) => prediction.reason === 'nobody').length;
  const refused = rows.length - given.length - missed;
  const sizes = errors.map(Math.abs).sort((a, b) => a - b);
  const bounds = given.filter(({ prediction }) => prediction.halfWidth95 !== null);
  const covered = bounds.filter(
    ({ prediction, truth }) =>
      Math.abs((prediction.value as number) - truth) <= (prediction.halfWidth95 as number),
  );
  const bias = mean(errors);
  const figures = [
    String(rows.length),
    String(missed),
    String(refused),
    show(mean(sizes)),
    show(bias),
    show(Math.sqrt(mean(errors.map((error) => (error - bias) ** 2)))),
    show(sizes[Math.ceil(0.95 * sizes.length) - 1] ?? NaN),
    bounds.length > 0 ? `${String(Math.round((100 * covered.length) / bounds.length))} %` : '-',
  ];
  return `${name.padEnd(44)}${figures.map((figure) => figure.padStart(8)).join('')}`;
}

function show(value: number): string {
  return Number.isNaN(value) ? '-' : value.toFixed(1);
}

function grouped<Row>(
  rows: readonly Row[],
  key: (row: Row) => string,
): readonly (readonly [string, readonly Row[]])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

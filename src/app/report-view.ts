import { degrees } from '../core/geometry/angle.ts';
import type { ComparedPoint } from '../core/session/timeline.ts';
import type { Shared } from '../share/content.ts';
import { reportOf, type ReportPoint, type ReportSide, type ReportTest } from '../share/report.ts';
import { reportText, type ReportChartText, type ReportText } from '../share/report-text.ts';
import { stillAddress } from '../share/still.ts';
import type { Visit } from './moments.ts';
import type { Series, TestProgress } from './progress-view.ts';
import { shareWords } from './share-words.ts';
import { stillCaption } from './sharing-words.ts';

/** A test's chart with what stands beside it. */
export interface ReportChart extends Omit<ReportChartText, 'test'> {
  readonly progress: TestProgress;
}

/** A picture with what it shows. `address`: for `img`. */
export interface ReportStill {
  readonly address: string;
  readonly caption: string;
}

/** A report as it is shown. */
export interface ReportView {
  readonly text: ReportText;
  readonly charts: readonly ReportChart[];
  readonly stills: readonly ReportStill[];
  /** When it was made, in milliseconds since 1970. */
  readonly madeAt: number;
}

/** The report of what is shared, in the app's words. */
export function reportView(shared: Shared): ReportView {
  const text = reportText(reportOf(shared), shareWords);
  const charts = text.charts.map(({ test, ...words }) => ({ ...words, progress: drawnOf(test) }));
  return { text, charts, stills: stillsOf(shared), madeAt: shared.madeAt };
}

/** Those of visits that are shared. */
function stillsOf({ stills, sessions }: Shared): readonly ReportStill[] {
  return stills.flatMap((still) => {
    const visit = sessions.find(({ id }) => id === still.sessionId);
    if (visit === undefined) return [];
    const caption = stillCaption(still, visit.startedAt, visit.timeZone);
    return [{ address: stillAddress(still), caption }];
  });
}

/** A test as charts have it: without what a report does not say, as its trend and what stands in its table. */
function drawnOf({ test, sides }: ReportTest): TestProgress {
  const visits = new Map<string, Visit>();
  for (const { session } of sides.flatMap((side) => side.visits)) {
    const { id, startedAt: at, timeZone } = session;
    visits.set(id, { kind: 'visit', id, at, timeZone, readings: [] });
  }
  const inOrder = [...visits.values()].sort((a, b) => a.at - b.at);
  return {
    test,
    series: sides.map(seriesOf),
    visits: inOrder,
    moments: inOrder,
    targets: [],
    changes: [],
    symmetry: null,
    start: null,
  };
}

function seriesOf({ step, line, points, band, norm }: ReportSide): Series {
  const compared = points.map(pointOf);
  return {
    side: step.side,
    points: compared,
    comparable: compared.filter((_, index) => points[index]?.odd === null),
    baseline: line?.baseline ?? null,
    band,
    limit: line?.limit === undefined || line.limit === null ? null : degrees(line.limit),
    isOwnLimit: line?.isOwnLimit ?? false,
    trend: null,
    norm,
  };
}

/** Named by its place: in what comes from outside two visits may have one name. */
function pointOf({ at, estimate, odd }: ReportPoint, index: number): ComparedPoint {
  const point = { at, sessionId: String(index), estimate };
  if (odd === null) return { ...point, comparison: { likeness: 'same', differences: [] } };
  const { differences } = odd;
  return { ...point, comparison: { likeness: 'not-comparable', differences } };
}

import { Failure } from '../core/errors.ts';
import type { Shared } from '../share/content.ts';
import { bundleOf } from '../share/fhir/bundle.ts';
import type { Bundle } from '../share/fhir/resources.ts';
import type { ReportFile } from '../share/report-pdf/write-report.ts';
import { reportOf } from '../share/report.ts';
import type { Paper } from './papers.ts';
import { shareWords } from './share-words.ts';

/**
 * What is shared as a FHIR bundle with the report's PDF in it; `hasMissing`: as of the PDF. SNOMED CT codes are left
 * out: whether they may be used, nobody here knows. Throws Failure report-typeface.
 */
export async function bundleWithReport(
  shared: Shared,
  paper: Paper,
): Promise<{ readonly bundle: Bundle; readonly hasMissing: boolean }> {
  const { bytes, hasMissing } = await pdfOf(shared, paper);
  const bundle = await bundleOf(shared, shareWords, { pdf: bytes, withSnomed: false });
  return { bundle, hasMissing };
}

/** What goes to a clinic's record. Throws Failure report-typeface. */
export async function recordBundle(shared: Shared, paper: Paper): Promise<Bundle> {
  return (await bundleWithReport(shared, paper)).bundle;
}

/**
 * The report as a PDF. What writes PDFs is loaded with the first one: most visits need none, and it is large.
 * Throws Failure report-typeface.
 */
export async function pdfOf(shared: Shared, paper: Paper): Promise<ReportFile> {
  const [{ loadTypeface }, { writeReport }] = await Promise.all([
    import('../share/report-pdf/typeface.ts'),
    import('../share/report-pdf/write-report.ts'),
  ]).catch((cause: unknown) => {
    throw new Failure('report-typeface', { cause });
  });
  return writeReport(reportOf(shared), shareWords, await loadTypeface(), paper);
}

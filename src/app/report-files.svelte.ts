import { Failure, type FailureCode } from '../core/errors.ts';
import type { Shared } from '../share/content.ts';
import { csvOf } from '../share/csv.ts';
import { noteOf } from '../share/note.ts';
import { reportOf } from '../share/report.ts';
import { calendarDay } from './calendar-day.ts';
import type { Outlet } from './outlet.ts';
import type { Paper } from './papers.ts';
import { bundleWithReport, pdfOf } from './report-bundle.ts';
import { shareWords } from './share-words.ts';

/** What came of the last wish. `note`: what could not be copied, to be copied by hand. */
export type FilesState =
  | { readonly at: 'idle' }
  | { readonly at: 'making'; readonly kind: 'pdf' | 'fhir' }
  | { readonly at: 'saved'; readonly name: string; readonly hasMissing: boolean }
  | { readonly at: 'copied' }
  | { readonly at: 'not-copied'; readonly note: string }
  | { readonly at: 'failed'; readonly code: FailureCode };

/** What a report is made into: paper, a PDF, a table, a FHIR bundle, a note. */
export class ReportFiles {
  readonly #shared: () => Shared | null;
  readonly #outlet: Outlet;
  #paper: Paper = $state.raw('a4');
  #state: FilesState = $state.raw({ at: 'idle' });

  /** `shared` is what they are made of, as it is when they are asked for; of null nothing is made. */
  constructor(shared: () => Shared | null, outlet: Outlet, paper: Paper) {
    this.#shared = shared;
    this.#outlet = outlet;
    this.#paper = paper;
  }

  get paper(): Paper {
    return this.#paper;
  }

  get state(): FilesState {
    return this.#state;
  }

  get isMaking(): boolean {
    return this.#state.at === 'making';
  }

  choosePaper(paper: Paper): void {
    this.#paper = paper;
  }

  print(): void {
    this.#outlet.print();
  }

  /** Where it cannot be made, the state says why. */
  savePdf(): Promise<void> {
    return this.#make('pdf', async (shared) => {
      const { bytes, hasMissing } = await pdfOf(shared, this.#paper);
      const file = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/pdf' });
      return { file, name: nameOf(shared, 'pdf'), hasMissing };
    });
  }

  /** A bundle with the PDF in it. */
  saveFhir(): Promise<void> {
    return this.#make('fhir', async (shared) => {
      const { bundle, hasMissing } = await bundleWithReport(shared, this.#paper);
      const file = new Blob([JSON.stringify(bundle, null, 1)], { type: 'application/fhir+json' });
      return { file, name: nameOf(shared, 'fhir.json'), hasMissing };
    });
  }

  saveTable(): void {
    const shared = this.#shared();
    if (shared === null) return;
    const file = new Blob([csvOf(shared, shareWords)], { type: 'text/csv;charset=utf-8' });
    this.#save(file, nameOf(shared, 'csv'), false);
  }

  async copyNote(): Promise<void> {
    const shared = this.#shared();
    if (shared === null) return;
    const note = noteOf(reportOf(shared), shareWords);
    const isCopied = await this.#outlet.copy(note);
    this.#state = isCopied ? { at: 'copied' } : { at: 'not-copied', note };
  }

  async #make(
    kind: 'pdf' | 'fhir',
    work: (shared: Shared) => Promise<{ file: Blob; name: string; hasMissing: boolean }>,
  ): Promise<void> {
    const shared = this.#shared();
    if (shared === null) return;
    this.#state = { at: 'making', kind };
    try {
      const { file, name, hasMissing } = await work(shared);
      this.#save(file, name, hasMissing);
    } catch (error) {
      this.#state = { at: 'idle' };
      if (!(error instanceof Failure)) throw error;
      this.#state = { at: 'failed', code: error.code };
    }
  }

  #save(file: Blob, name: string, hasMissing: boolean): void {
    this.#outlet.saveFile(file, name);
    this.#state = { at: 'saved', name, hasMissing };
  }
}

/** Without the person's name: a file's name is seen by more people than the file. */
function nameOf({ madeAt }: Shared, ending: string): string {
  return `limber-report-${calendarDay(madeAt)}.${ending}`;
}

import type { AgencyDirectory } from './language/agencies.ts';
import type { DocumentHead } from './reading.ts';

/** What a register reader knows besides the outline. */
export interface ReadingContext {
  readonly agencies: AgencyDirectory;
  readonly fileName: string;
  /** The head of the document, read before the registers: its year, issuer and legal basis. */
  readonly document: DocumentHead;
}

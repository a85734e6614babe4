import type { ImportPlan } from '#core/plan/compare-import.ts';
import type { ImportRow } from '#features/plan-import/store.ts';
import type { AgencyDirectory } from '#core/organization/directory.ts';

/** What entering an import into the registers needs to know. */
export interface Registration {
  readonly row: ImportRow;
  readonly plan: ImportPlan;
  readonly directory: AgencyDirectory;
  /** The registered document that the file is a copy of; undefined for a new one. */
  readonly documentId: string | undefined;
  readonly at: string;
  /** Account, or null when the system itself acts. */
  readonly by: string | null;
}

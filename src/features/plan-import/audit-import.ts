import { appendAuditEvent, type AuditEvent } from '#server/db/audit.ts';
import type { Tx } from '#server/db/database.ts';
import type { ImportContext } from './import-context.ts';

/** Appends a deed to the audit trail of an import. */
export const auditImport = (
  tx: Tx,
  context: ImportContext,
  action: string,
  importId: string,
  facts: Pick<AuditEvent, 'details' | 'before' | 'after'>,
): Promise<void> =>
  appendAuditEvent(tx, context.caller, {
    ...facts,
    at: context.clock.now(),
    action,
    subject: `plan-import:${importId}`,
  });

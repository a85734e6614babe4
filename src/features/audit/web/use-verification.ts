import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { writeHead, type ChainHead } from '#core/audit/audit-chain.ts';
import { verifyAuditTrail, type AuditFault } from '#features/audit/contract.ts';
import { call } from '#web/api/call.ts';

interface Progress {
  readonly reached: ChainHead;
  readonly head: ChainHead;
}

/** What the check of a whole trail found. */
export interface VerifiedTrail {
  readonly head: ChainHead;
  readonly faults: readonly AuditFault[];
}

const verify = async (
  noted: string | undefined,
  report: (progress: Progress) => void,
): Promise<VerifiedTrail> => {
  const faults: AuditFault[] = [];
  const ask = (from: ChainHead | undefined) =>
    call(verifyAuditTrail, {
      query: { ...(from && { from: writeHead(from) }), ...(noted !== undefined && { head: noted }) },
    });
  let stretch = await ask(undefined);
  faults.push(...stretch.faults);
  while (!stretch.isComplete) {
    report(stretch);
    stretch = await ask(stretch.reached);
    faults.push(...stretch.faults);
  }
  return { head: stretch.head, faults };
};

/** Checks the audit trail stretch by stretch, and tells how far it has come. */
export const useVerification = () => {
  const [progress, setProgress] = useState<Progress | null>(null);
  const checking = useMutation({
    mutationFn: (noted: string | undefined) => verify(noted, setProgress),
    onMutate: () => {
      setProgress(null);
    },
  });
  return { checking, progress };
};

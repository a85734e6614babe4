import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { v7 as newId } from 'uuid';
import { importFormWorkbook, takeKnownFigures } from '#features/collection/workbook-contract.ts';
import { submissionQuery } from '#features/collection/web/submission-queries.ts';
import { call } from '#web/api/call.ts';

/** Brings a filled form back: first what it would do, then does it. A retry after a lost answer saves nothing twice. */
export const useWorkbook = (submissionId: string) => {
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const writeId = useRef(newId());
  const send = (chosen: File, dryRun: 'yes' | 'no') =>
    call(importFormWorkbook, {
      params: { id: submissionId },
      query: { dryRun, writeId: writeId.current },
      file: chosen,
    });
  const refresh = () => queries.invalidateQueries({ queryKey: submissionQuery(submissionId).queryKey });
  const trying = useMutation({ mutationFn: (chosen: File) => send(chosen, 'yes') });
  const taking = useMutation({ mutationFn: (chosen: File) => send(chosen, 'no'), onSuccess: refresh });
  const leave = (): void => {
    setFile(null);
    trying.reset();
    taking.reset();
  };
  const choose = (chosen: File | null): void => {
    if (!chosen) return;
    leave();
    writeId.current = newId();
    setFile(chosen);
    trying.mutate(chosen);
  };
  return { file, trying, taking, choose, leave };
};

/** Fills blank figures with what is known of them. */
export const useKnownFigures = (submissionId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (writeId: string) =>
      call(takeKnownFigures, { params: { id: submissionId }, body: { writeId } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: submissionQuery(submissionId).queryKey }),
  });
};

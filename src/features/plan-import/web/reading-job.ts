import { useMutation } from '@tanstack/react-query';
import type { Job } from '#features/job/contract.ts';
import { readLargePlan } from '#features/plan-import/contract.ts';
import { call } from '#web/api/call.ts';
import { toProblem } from '#web/api/problem-error.ts';

/** Has a large file read as a job. */
export const useStartReading = () =>
  useMutation({ mutationFn: (file: File) => call(readLargePlan, { file }) });

/** What a job that has read a plan leaves. */
export const readingResultOf = ({
  result,
}: Job): { readonly importId: string; readonly repeated: boolean } => ({
  importId: String(result?.importId),
  repeated: result?.repeated === true,
});

const LARGE_BYTES = 4 * 1024 * 1024;

/** Whether nobody should wait for a file of this size to be read. */
export const isLargeFile = ({ size }: Pick<File, 'size'>): boolean => size > LARGE_BYTES;

/** Whether a file was refused only because it takes longer than anybody waits: a job may read it. */
export const needsJob = (error: unknown): boolean => {
  const { code, details } = toProblem(error);
  if (code === 'file.too-complex') return true;
  return (
    code === 'file.too-large' && (details.limitPages !== undefined || details.limitCharacters !== undefined)
  );
};

import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  getAssetEntry,
  getAssetRegister,
  importAssetRegister,
  listAssetRegisters,
  putAssetEntry,
  retireAssetEntry,
} from '#features/asset-register/contract.ts';
import { call } from '#web/api/call.ts';

/** What everything that is read from the registers is kept under. */
export const REGISTERS_KEY = ['asset-registers'] as const;

export type AssetRegisterContent = z.infer<(typeof getAssetRegister)['response']>;
export type AssetEntryDetail = z.infer<(typeof getAssetEntry)['response']>;
export type AssetRegisterList = z.infer<(typeof listAssetRegisters)['response']>;

export const registersQuery = queryOptions({
  queryKey: [...REGISTERS_KEY, 'list'],
  queryFn: ({ signal }) => call(listAssetRegisters, { signal }),
});

/** One register by its name in addresses. */
export const registerQuery = (register: string, day: string | undefined) =>
  queryOptions({
    queryKey: [...REGISTERS_KEY, 'content', register, day],
    queryFn: ({ signal }) => call(getAssetRegister, { params: { register }, query: { day }, signal }),
  });

export const entryQuery = (register: string, id: string) =>
  queryOptions({
    queryKey: [...REGISTERS_KEY, 'entry', register, id],
    queryFn: ({ signal }) => call(getAssetEntry, { params: { register, id }, signal }),
  });

// Figures of components and forms of rounds follow from entries as well.
const useRefresh = () => {
  const queries = useQueryClient();
  return async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: REGISTERS_KEY });
    void queries.invalidateQueries({ queryKey: ['asset-figures'] });
  };
};

type EntryBody = Extract<(typeof putAssetEntry)['body'], z.ZodType>;
type RetirementBody = Extract<(typeof retireAssetEntry)['body'], z.ZodType>;

export const usePutEntry = (register: string, id: string) => {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: z.input<EntryBody>) => call(putAssetEntry, { params: { register, id }, body }),
    onSuccess: refresh,
  });
};

export const useRetireEntry = (register: string, id: string) => {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: z.input<RetirementBody>) => call(retireAssetEntry, { params: { register, id }, body }),
    onSuccess: refresh,
  });
};

export const useImportEntries = (register: string) => {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ file, isDryRun }: { readonly file: File; readonly isDryRun: boolean }) =>
      call(importAssetRegister, {
        params: { register },
        query: { dryRun: isDryRun ? 'yes' : 'no' },
        file,
      }),
    onSuccess: ({ isSaved }) => (isSaved ? refresh() : undefined),
  });
};

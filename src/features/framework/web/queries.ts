import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  changeFrameworkState,
  cloneFramework,
  createFramework,
  compareFrameworks,
  editFramework,
  exportFramework,
  getFramework,
  importFramework,
  listFrameworks,
} from '#features/framework/contract.ts';
import { listOrganizationChoices } from '#features/organization/contract.ts';
import type { SubjectKind } from '#core/scoring/framework.ts';
import { addressOf, call } from '#web/api/call.ts';
import type { Locale } from '#web/i18n/messages.ts';

/** A version of a framework, as addresses and routes name it. */
export interface FrameworkKey {
  readonly code: string;
  readonly version: number;
}

const FRAMEWORKS = ['frameworks'] as const;

export const frameworksQuery = queryOptions({
  queryKey: [...FRAMEWORKS, 'list'],
  queryFn: ({ signal }) => call(listFrameworks, { signal }),
});

export const frameworkQuery = (key: FrameworkKey) =>
  queryOptions({
    queryKey: [...FRAMEWORKS, 'version', key.code, key.version],
    queryFn: ({ signal }) => call(getFramework, { params: key, signal }),
  });

export const comparisonQuery = (before: FrameworkKey, after: FrameworkKey) =>
  queryOptions({
    queryKey: [...FRAMEWORKS, 'comparison', before, after],
    queryFn: ({ signal }) =>
      call(compareFrameworks, {
        params: after,
        query: { beforeCode: before.code, beforeVersion: before.version },
        signal,
      }),
  });

/** The organizations that provide, appraise or own, with their spellings. */
export const organizationChoicesQuery = queryOptions({
  queryKey: ['organization-choices'],
  queryFn: ({ signal }) => call(listOrganizationChoices, { signal }),
  staleTime: 10 * 60_000,
});

/** The address under which the browser saves a version as a file. */
export const fileAddress = (key: FrameworkKey, format: 'json' | 'xlsx', language: Locale): string =>
  addressOf(exportFramework, { params: key, query: { format, language } });

/** What depends on frameworks: all of them, and every score. */
const useRefresh = () => {
  const queries = useQueryClient();
  return async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: FRAMEWORKS });
    void queries.invalidateQueries({ queryKey: ['index'] });
    void queries.invalidateQueries({ queryKey: ['overview'] });
  };
};

export const useImport = () => {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (file: File) => call(importFramework, { file }),
    onSuccess: refresh,
  });
};

export const useCreate = () => {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: {
      code: string;
      title: string;
      subjectKind: SubjectKind;
      assessmentYear: number;
      writeId: string;
    }) => call(createFramework, { body }),
    onSuccess: refresh,
  });
};

export const useClone = (key: FrameworkKey) => {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: { code: string; assessmentYear: number; writeId: string }) =>
      call(cloneFramework, { params: key, body }),
    onSuccess: refresh,
  });
};

export const useEdit = (key: FrameworkKey) => {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: {
      definition: unknown;
      editVersion: number;
      reason: string | null;
      writeId: string;
    }) => call(editFramework, { params: key, body }),
    onSuccess: refresh,
  });
};

export const useStateChange = (key: FrameworkKey) => {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: {
      action: 'put-in-force' | 'withdraw' | 'discard';
      editVersion: number;
      reason: string | null;
      writeId: string;
    }) => call(changeFrameworkState, { params: key, body }),
    onSuccess: refresh,
  });
};

import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { PaperKind } from '#core/report/writing/write-document.ts';
import {
  chooseTemplate,
  getTemplateFile,
  getTemplatePreview,
  getTemplates,
  getTemplateStarter,
  uploadTemplate,
} from '#features/official-document/template/template-contract.ts';
import { addressOf, call } from '#web/api/call.ts';

/** Whose papers of which kind. */
export interface TemplatePlace {
  readonly organization: string;
  readonly kind: PaperKind;
}

const keyOf = ({ organization, kind }: TemplatePlace) => ['document-templates', organization, kind] as const;

/** The templates of a place, and what placeholders may name. */
export const templatesQuery = (place: TemplatePlace) =>
  queryOptions({
    queryKey: keyOf(place),
    queryFn: ({ signal }) => call(getTemplates, { query: { ...place }, signal }),
  });

export const starterAddress = (place: TemplatePlace): string =>
  addressOf(getTemplateStarter, { query: { ...place } });

export const templateFileAddress = (id: string): string => addressOf(getTemplateFile, { params: { id } });

export const previewAddress = (id: string, paper: string): string =>
  addressOf(getTemplatePreview, { params: { id }, query: { paper } });

/** Uploads a file as a template. */
export const useUploadTemplate = (place: TemplatePlace) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({
      file,
      ...given
    }: {
      readonly file: File;
      readonly name: string;
      readonly writeId: string;
    }) => call(uploadTemplate, { query: { ...place, ...given }, file }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(place) }),
  });
};

/** Chooses what lays out new papers of a place. */
export const useChooseTemplate = (place: TemplatePlace) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given: {
      readonly templateId: string | null;
      readonly choiceVersion: number;
      readonly writeId: string;
    }) => call(chooseTemplate, { body: { ...place, ...given } }),
    onSettled: () => queries.invalidateQueries({ queryKey: keyOf(place) }),
  });
};

import { strFromU8, unzipSync } from 'fflate';
import { v7 as newId } from 'uuid';
import { expect } from 'vitest';
import {
  getPaperFile,
  makePaper,
  type Paper,
  type PaperFormat,
  type PaperRequest,
} from '#features/official-document/contract.ts';
import type { CallResult, TestApi } from './api.ts';

/** Asks for a paper as the coordinator. */
export const orderPaper = (
  api: TestApi,
  request: PaperRequest,
  writeId = newId(),
): Promise<CallResult<typeof makePaper>> =>
  api.as('coordinator').call(makePaper, { body: { request, writeId } });

/** A paper that was made. */
export const makePaperOf = async (api: TestApi, request: PaperRequest): Promise<Paper> => {
  const answer = await orderPaper(api, request);
  expect(answer.problem).toBeUndefined();
  return answer.body;
};

/** A rendering of a paper as a file; the newest when none is named. */
export const paperFileOf = async (
  api: TestApi,
  id: string,
  format: PaperFormat,
  rendering?: number,
): Promise<Uint8Array> => {
  const query = { format, ...(rendering !== undefined && { rendering: String(rendering) }) };
  const answer = await api.as('coordinator').call(getPaperFile, { params: { id }, query });
  expect(answer.status).toBe(200);
  return answer.bytes;
};

/** The words of the main part of a .docx file. */
export const wordsOf = (file: Uint8Array): string =>
  [...strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array()).matchAll(/<w:t[^>]*>([^<]*)/gu)]
    .map(([, words]) => words)
    .join(' ');

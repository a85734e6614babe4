import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { searchKey } from '#core/kernel/text.ts';
import { isRefusal } from '#core/kernel/refusal.ts';
import { listAlikeDocuments } from '#core/plan/document-identity.ts';
import { readPlan } from '#core/plan-reading/read-plan.ts';
import type { PlanReading } from '#core/plan-reading/reading.ts';
import { readTextFile } from '#server/read/read-text-file.ts';
import { directory } from '#test/reader.ts';
import { toTcvn3 } from '#test/to-tcvn3.ts';

const PLANS = resolve(import.meta.dirname, '../../../shared/plans');
const isHere = existsSync(PLANS);
const names = isHere ? readdirSync(PLANS).filter((name) => name.endsWith('.txt')) : [];

const textOf = (fileName: string, bytes: Uint8Array): { text: string; encoding: string } => {
  const read = readTextFile({ fileName, bytes });
  if (isRefusal(read)) throw new Error(`${fileName}: ${read.code}`);
  return read;
};

const readingOf = (text: string): PlanReading =>
  readPlan(text, { agencies: directory, fileName: 'ke-hoach.txt' });

const countsOf = (reading: PlanReading) =>
  [reading.targets, reading.tasks, reading.gaps, reading.indicatorScores, reading.results].map(
    (items) => items.length,
  );

describe("the province's documents in TCVN3", () => {
  const originals = names.map((name) => textOf(name, readFileSync(join(PLANS, name))));
  const heads = originals.map(({ text }) => readingOf(text).document);

  test(isHere ? 'are all here' : 'are not here: nothing to read', () => {
    expect(names.length > 0).toBe(isHere);
  });

  test.each(names.map((name, index) => [name, index] as const))('%s is the same document', (name, index) => {
    const copy = textOf(name, toTcvn3(originals[index]?.text ?? ''));
    expect(copy.encoding).toBe('tcvn3');
    const [read, original] = [readingOf(copy.text), readingOf(originals[index]?.text ?? '')];
    expect(listAlikeDocuments(read.document, heads).map(({ document }) => document)).toEqual([heads[index]]);
    expect(read.document).toMatchObject({
      docType: original.document.docType,
      docNumber: original.document.docNumber,
      issueDate: original.document.issueDate,
    });
    const issuers = [read, original].map(({ document }) => searchKey(document.issuingAgency ?? ''));
    expect(issuers[0]).toBe(issuers[1]);
    expect(countsOf(read)).toEqual(countsOf(original));
  });
});

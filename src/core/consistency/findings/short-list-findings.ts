import { findingId, statementAt } from '#core/consistency/build-finding.ts';
import type { Finding } from '#core/consistency/finding.ts';
import type { ConsistencyInput, ResultRecord, TargetRecord } from '#core/consistency/records/records.ts';
import { decimalText, decimal } from '#core/kernel/decimal.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { searchKey } from '#core/kernel/text.ts';
import { compareWords, wordsOf } from '#core/plan/name-similarity.ts';

/** What a heading promises to list: "targets reached and surpassed: 11/17 targets". */
interface Promised {
  readonly section: string;
  readonly count: number;
  readonly whole: number;
}

const readPromise = (section: string): Promised | undefined => {
  const match = /(\d{1,3})\s*\/\s*(\d{1,3}) chi tieu/u.exec(searchKey(section));
  return match ? { section, count: Number(match[1]), whole: Number(match[2]) } : undefined;
};

const NEGATION = /(?:chua|khong|gan|kho)$/u;

// "Đạt" is meant by "đạt và vượt", not by "chưa đạt".
const isMeant = (verdict: string, section: string): boolean => {
  const [words, heading] = [searchKey(verdict), searchKey(section)];
  return [
    ...heading.matchAll(new RegExp(`(?<![a-z])${words.replace(/[^a-z ]/gu, '.')}(?![a-z])`, 'gu')),
  ].some(({ index }) => !NEGATION.test(heading.slice(0, index).trim()));
};

const likeness = (a: string, b: string): number => {
  const { similarity, containment } = compareWords(wordsOf(a), wordsOf(b));
  return similarity + containment;
};

// Each listed result takes the target that it names best; what is left was not listed.
const listUnlisted = (
  targets: readonly TargetRecord[],
  results: readonly ResultRecord[],
): readonly TargetRecord[] => {
  const ranked = results
    .flatMap((result) =>
      targets.map((target) => ({ result, target, alike: likeness(result.name, target.name) })),
    )
    .toSorted((a, b) => b.alike - a.alike);
  const [listed, used] = [new Set<TargetRecord>(), new Set<ResultRecord>()];
  for (const { result, target } of ranked) {
    if (listed.has(target) || used.has(result)) continue;
    listed.add(target);
    used.add(result);
  }
  return targets.filter((target) => !listed.has(target));
};

const buildFinding = (
  { section, count }: Promised,
  results: readonly ResultRecord[],
  unlisted: readonly TargetRecord[],
): Finding => {
  const listed = decimalText(decimal(results.length));
  const first = results.slice(0, 1);
  return {
    id: findingId(
      'sum-mismatch',
      null,
      [...first, ...unlisted].map(({ place }) => place),
    ),
    kind: 'sum-mismatch',
    severity: 'high',
    subject: section,
    indicatorCode: null,
    year: null,
    statements: [
      ...first.map(({ place, name }) => ({
        ...statementAt('total', place, name),
        value: decimalText(decimal(count)),
        words: section,
      })),
      ...unlisted.map(({ place, name, verdict }) => ({
        ...statementAt('number', place, name),
        words: verdict,
      })),
    ],
    computed: { low: listed, high: listed },
    difference: decimalText(decimal(count - results.length)),
    populationsDiffer: false,
    subjectsDiffer: false,
  };
};

/**
 * Headings that say how many targets follow while fewer do, where a table of the same document bears the number out
 * and so names those left out. Without such a table a short list may as well be a poor reading.
 */
export const findShortLists = (input: ConsistencyInput): readonly Finding[] => {
  const lists = groupBy(input.results, ({ place, section }) => `${place.documentId}\n${section ?? ''}`);
  return [...lists.values()].flatMap((results) => {
    const promised = readPromise(results[0]?.section ?? '');
    if (!promised || results.length >= promised.count) return [];
    const judged = input.targets.filter(
      ({ place, verdict }) => place.documentId === results[0]?.place.documentId && verdict !== null,
    );
    const meant = judged.filter(({ verdict }) => isMeant(verdict ?? '', promised.section));
    if (judged.length !== promised.whole || meant.length !== promised.count) return [];
    return [buildFinding(promised, results, listUnlisted(meant, results))];
  });
};

import { buildStatedFinding, statementAt } from '#core/consistency/build-finding.ts';
import type { Finding } from '#core/consistency/finding.ts';
import { compareMeasures, readMeasure, type Measure } from '#core/consistency/measures/measure.ts';
import type { ConsistencyInput, TargetRecord } from '#core/consistency/records/records.ts';
import { groupBy } from '#core/kernel/group-by.ts';

interface Listed {
  readonly target: TargetRecord;
  readonly measure: Measure;
}

const read = (target: TargetRecord): Listed => ({ target, measure: readMeasure(target.name, target.basis) });

/** Looser than for one measure: only a target without any like one is told to be missing. */
const ALIKE_FROM = 0.5;

const isAlike = (a: Listed, b: Listed): boolean => {
  const { likeness, sameCounted } = compareMeasures(a.measure, b.measure);
  const sameCode = a.target.indicatorCode !== null && a.target.indicatorCode === b.target.indicatorCode;
  return sameCode || (sameCounted && likeness >= ALIKE_FROM);
};

const without = (some: readonly Listed[], others: readonly Listed[]): readonly Listed[] =>
  some.filter((one) => !others.some((other) => isAlike(one, other)));

/** An annex that lists the targets of the text has most of them; another list of targets is no such annex. */
const SHARED_FROM = 0.7;

const FEWEST_TARGETS = 5;

const lists = (some: readonly Listed[], missing: readonly Listed[]): boolean =>
  some.length >= FEWEST_TARGETS && some.length - missing.length >= SHARED_FROM * some.length;

const build = (missing: readonly Listed[]): Finding =>
  buildStatedFinding({
    ...{ kind: 'text-vs-annex', severity: 'medium' },
    subject: missing[0]?.target.name ?? '',
    statements: missing.map(({ target: { place, name, comparator, value, unit, year } }) => ({
      ...statementAt('target', place, name),
      ...{ comparator, value, unit, year, fromYear: year },
    })),
  });

/**
 * Targets that the text sets and the annex leaves out, and the reverse, where the annex lists the targets of the text:
 * most of the one stand in the other, both ways.
 */
export const findTargetsMissingFromAnnex = (input: ConsistencyInput): readonly Finding[] => {
  const stated = input.targets.filter(({ embedded }) => !embedded).map(read);
  return [...groupBy(stated, ({ target }) => target.place.documentId).values()].flatMap((ofDocument) => {
    const text = ofDocument.filter(({ target }) => target.appendix === null);
    const annexes = groupBy(
      ofDocument.filter(({ target }) => target.appendix !== null),
      ({ target }) => target.appendix,
    );
    return [...annexes.values()].flatMap((annex) => {
      const [onlyText, onlyAnnex] = [without(text, annex), without(annex, text)];
      if (!lists(text, onlyText) || !lists(annex, onlyAnnex)) return [];
      return [onlyText, onlyAnnex].filter((some) => some.length > 0).map(build);
    });
  });
};

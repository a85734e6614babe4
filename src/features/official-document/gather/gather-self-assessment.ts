import { decimal, publish, sum } from '#core/kernel/decimal.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { joinNames, measureText, withDecimalCommas, withinSentence } from '#core/report/official-wording.ts';
import { citeDecision } from '#core/report/cite-document.ts';
import { momentInWords } from '#core/report/moment-words.ts';
import { provinceFacts } from '#core/report/province.ts';
import type { AssessedComponent, SelfAssessmentFacts } from '#core/report/writing/self-assessment-facts.ts';
import { restoreLeague } from '#core/score-snapshot/kept-league.ts';
import {
  computeIndexScore,
  publishInterval,
  type IndexScore,
  type ScoredComponent,
} from '#core/scoring/evaluate.ts';
import type { DataValues } from '#core/scoring/data-value.ts';
import type { Component, Framework } from '#core/scoring/framework.ts';
import { readMeasure } from '#core/scoring/measure.ts';
import { quantitySpan } from '#core/scoring/quantity.ts';
import { listRuleMeasures } from '#core/scoring/rule-parts.ts';
import type { GapItem, RegisterItem, TargetItem } from '#contract/plan-item.ts';
import type { Db } from '#server/db/database.ts';
import { listOrganizations } from '#server/registers/agency-directory.ts';
import { listRegisterItems } from '#server/registers/register-items.ts';
import { findFrameworkVersion } from '#server/scoring/load-index.ts';
import { findStatedGoal, listPublishedTotals } from '#server/scoring/stated-scores.ts';
import { findSubject, type SubjectRow } from '#server/scoring/subjects.ts';
import { nameAgenciesOn, type NameAgencies } from './agency-names.ts';
import { findKeptScore, listComponentItemIds, type KeptScore } from '#features/official-document/reads.ts';

/** The decision behind a framework as a legal basis; null for a proposal. */
export const decisionText = ({ decision }: Framework): string | null =>
  decision === null ? null : citeDecision(decision);

const currentText = (component: Component, values: DataValues, framework: Framework): string | null => {
  if (component.kind === 'group') return null;
  const [measure] = listRuleMeasures(component.rule);
  if (!measure) return null;
  const reading = readMeasure(measure, values, framework.policies);
  if (reading.state !== 'known') return null;
  const span = quantitySpan(reading.quantity);
  return span.low === span.high ? measureText(span.low, measure.unit.vi, 2) : null;
};

interface ItemsOfComponents {
  readonly gaps: ReadonlyMap<string, GapItem>;
  readonly targets: ReadonlyMap<string, TargetItem>;
  readonly nameAgencies: NameAgencies;
}

// Of several plans the newest speaks: it comes first.
const firstByCode = <Item extends RegisterItem>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(
    [...groupBy(items, ({ indicatorCode }) => indicatorCode ?? '')].flatMap(([code, [first]]) =>
      first ? [[code, first] as const] : [],
    ),
  );

const loadItems = async (db: Db, today: PlainDate): Promise<ItemsOfComponents> => {
  const items = await listRegisterItems(db, await listComponentItemIds(db), today);
  return {
    nameAgencies: nameAgenciesOn(await listOrganizations(db), today),
    gaps: firstByCode(items.filter((item) => item.kind === 'gap')),
    targets: firstByCode(items.filter((item) => item.kind === 'target')),
  };
};

const quoted = (words: string | null | undefined): string | null =>
  words === undefined || words === null ? null : withDecimalCommas(words);

const componentFact = (
  scored: ScoredComponent,
  groupCode: string,
  sources: { readonly framework: Framework; readonly values: DataValues; readonly items: ItemsOfComponents },
): AssessedComponent => {
  const { framework, values, items } = sources;
  const { component } = scored;
  const gap = items.gaps.get(component.code);
  const target = items.targets.get(component.code);
  const leads = component.kind === 'indicator' ? component.leadAgencies.map(({ name }) => name) : [];
  const coordinating =
    component.kind === 'indicator' ? component.coordinatingAgencies.map(({ name }) => name) : [];
  const named = gap && items.nameAgencies(gap, 'lead');
  return {
    ...{ code: component.code, name: component.name.vi, groupCode },
    maximum: publish(scored.maximum, framework.policies.rounding),
    points: publishInterval(scored.points, framework.policies.rounding),
    current: currentText(component, values, framework),
    cause: quoted(gap?.cause),
    remedy: quoted(gap?.remedy),
    remark: quoted(gap?.remark),
    leads: named && named.length > 0 ? named : target ? items.nameAgencies(target, 'lead') : leads,
    coordinating: target ? items.nameAgencies(target, 'coordinating') : coordinating,
    target: target?.rawTarget ?? null,
    due: target?.due?.raw ?? null,
  };
};

const listIndicators = (scored: ScoredComponent): readonly ScoredComponent[] =>
  scored.component.kind === 'indicator' ? [scored] : scored.children.flatMap(listIndicators);

const componentsOf = (
  score: IndexScore,
  sources: Parameters<typeof componentFact>[2],
): readonly AssessedComponent[] =>
  score.components.flatMap((group) =>
    listIndicators(group)
      .filter(({ state }) => state !== 'not-applicable')
      .map((scored) => componentFact(scored, group.component.code, sources)),
  );

const PLACES = { places: 2, mode: 'half-up' } as const;

/** What was published last before the assessed year; of a merged unit the mean of those that it succeeds. */
const findPublished = async (
  db: Db,
  kept: KeptScore,
  subject: SubjectRow,
): Promise<SelfAssessmentFacts['published']> => {
  const units = [{ code: subject.code, name: subject.name }, ...subject.predecessors];
  const totals = await listPublishedTotals(
    db,
    kept.framework.code,
    units.map(({ code }) => code),
  );
  const year = Math.max(...totals.flatMap((total) => (total.year <= kept.year ? [total.year] : [])));
  const some = totals.filter((total) => total.year === year);
  if (some.length === 0) return null;
  const names = some.map(({ subject: code }) => units.find((unit) => unit.code === code)?.name ?? code);
  const mean = sum(some.map(({ points }) => decimal(points))).div(some.length);
  return {
    year,
    points: publish(mean, PLACES),
    note:
      some.length === 1
        ? withinSentence(names.join(''))
        : `trung bình cộng của ${joinNames(names.map(withinSentence))}`,
  };
};

/** What a self-assessment of the province says, from a kept score. */
export const gatherSelfAssessment = async (
  db: Db,
  { snapshot, today }: { readonly snapshot: string; readonly today: PlainDate },
): Promise<SelfAssessmentFacts | Refusal<'record.not-found'>> => {
  const kept = await findKeptScore(db, snapshot);
  const framework = kept && (await findFrameworkVersion(db, kept.framework.code, kept.framework.version));
  const subject = kept && (await findSubject(db, kept.subject));
  if (!kept || !framework || subject?.kind !== 'province') {
    return refuse('record.not-found', { kind: 'score-snapshot', id: snapshot });
  }
  const values: DataValues = new Map(kept.kept.map(({ item, value }) => [item, value]));
  const league = restoreLeague(kept.league);
  const score = computeIndexScore(framework, values, league ? { league } : {});
  const { rounding } = framework.policies;
  const goal = await findStatedGoal(db, { framework: framework.code, subject: subject.code });
  return {
    kind: 'self-assessment',
    ...provinceFacts(subject.name),
    year: kept.year,
    nextYear: kept.year + 1,
    decision: decisionText(framework),
    maximum: publish(score.maximum, rounding),
    points: publishInterval(score.points, rounding),
    ...{ goal: goal?.points ?? null, goalYear: goal?.year ?? null },
    published: await findPublished(db, kept, subject),
    snapshot: { name: kept.name, takenAt: momentInWords(kept.takenAt) },
    simulated: kept.kept.some(({ origin }) => origin === 'simulated'),
    groups: score.components
      .filter(({ state }) => state !== 'not-applicable')
      .map(({ component, maximum, points }) => ({
        ...{ code: component.code, name: component.name.vi },
        maximum: publish(maximum, rounding),
        points: publishInterval(points, rounding),
      })),
    components: componentsOf(score, { framework, values, items: await loadItems(db, today) }),
  };
};

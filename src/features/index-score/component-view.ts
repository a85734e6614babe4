import type { Action } from '#core/access/permissions.ts';
import { decimal } from '#core/kernel/decimal.ts';
import { checkWorkedExample } from '#core/scoring/check-worked-example.ts';
import { evaluateRule } from '#core/scoring/evaluate-rule.ts';
import {
  type Component,
  type ComponentIndicator,
  findComponent,
  findDataItem,
  listComponents,
  type WorkedExample,
} from '#core/scoring/framework.ts';
import { scale } from '#core/scoring/interval.ts';
import type { RuleCandidate } from '#core/scoring/rule.ts';
import type { PlaceResolver } from '#server/registers/document-places.ts';
import type { ComponentExplanation, WorkedExampleView } from './contract.ts';
import { dataItemView, revisionView } from './data-item-view.ts';
import { hasSimulated } from '#server/scoring/data-values.ts';
import type { IndexData } from '#server/scoring/load-index.ts';
import { scoreIndex } from '#server/scoring/score-index.ts';
import { relatedView, type RelatedRegisterItem } from './related-view.ts';
import { assumptionViews, frameworkView, lostView, nodeView, pointsView } from './score-views.ts';
import type { StatedScores } from './stated-views.ts';
import type { StoredRevision } from './store.ts';

/** What an explanation takes beside the score itself. */
export interface ExplanationSources {
  readonly stated: StatedScores;
  readonly place: PlaceResolver;
  readonly names: ReadonlyMap<string, string>;
  /** Names of the subject and its predecessors by code. */
  readonly subjects: ReadonlyMap<string, string>;
  readonly revisions: readonly StoredRevision[];
  readonly related: readonly RelatedRegisterItem[];
  readonly actions: readonly Action[];
}

const candidateViews = (
  indicator: ComponentIndicator,
  candidates: readonly RuleCandidate[],
  { framework, values }: IndexData,
): ComponentExplanation['candidates'] => {
  const maximum = decimal(indicator.maximumPoints);
  return candidates.map(({ code, rule, note }) => {
    const outcome = evaluateRule(rule, { values, policies: framework.policies, maximum });
    return { code, rule, note, points: pointsView(scale(outcome.share, maximum), framework) };
  });
};

const exampleView = (
  indicator: ComponentIndicator,
  example: WorkedExample,
  data: IndexData,
  { place, subjects }: ExplanationSources,
): WorkedExampleView => {
  const { framework } = data;
  const check = checkWorkedExample(framework, indicator, example);
  const { subjectCode } = example;
  return {
    subject:
      subjectCode === null ? null : { code: subjectCode, name: subjects.get(subjectCode) ?? subjectCode },
    subjectCertainty: example.subjectCertainty,
    year: example.year,
    values: example.values.flatMap(({ item: code, value }) => {
      const item = findDataItem(framework, code);
      return item ? [{ item, value }] : [];
    }),
    printedPoints: example.printedPoints,
    rule: check.rule,
    ruleOrigin: example.statedRule === null ? 'component' : 'document',
    computed: pointsView(check.computed, framework),
    computedOverRounding: pointsView(check.overRounding, framework),
    verdict: check.verdict,
    steps: [...check.trace],
    note: example.note,
    place: example.place && (place(example.place) ?? { ...example.place, documentId: null }),
  };
};

const indicatorMembers = (component: Component, data: IndexData, sources: ExplanationSources) => {
  if (component.kind === 'group') {
    return {
      rule: null,
      dataItems: [],
      candidates: [],
      alternatives: [],
      provenance: {
        ...component.provenance,
        rule: null,
        dataItems: null,
        evidence: null,
        assignment: null,
      },
      evidence: null,
      notes: [],
      leadAgencies: [],
      coordinatingAgencies: [],
      workedExamples: [],
    };
  }
  const stored = new Map(data.stored.map((value) => [value.item, value]));
  return {
    rule: component.rule,
    dataItems: component.dataItems.flatMap((code) => {
      const item = findDataItem(data.framework, code);
      return item ? [dataItemView(data.framework, item, stored.get(code), sources.names, sources.place)] : [];
    }),
    candidates:
      component.rule.kind === 'unknown' ? candidateViews(component, component.rule.candidates, data) : [],
    alternatives: candidateViews(component, component.alternatives, data),
    provenance: component.provenance,
    evidence: component.evidence,
    notes: [...component.notes],
    leadAgencies: [...component.leadAgencies],
    coordinatingAgencies: [...component.coordinatingAgencies],
    workedExamples: component.workedExamples.map((example) => exampleView(component, example, data, sources)),
  };
};

const neighbours = (component: Component, all: readonly Component[]) => {
  const alike = all.filter((other) => other.kind === component.kind);
  const place = alike.indexOf(component);
  return { previousCode: alike[place - 1]?.code ?? null, nextCode: alike[place + 1]?.code ?? null };
};

const parentOf = (component: Component, all: readonly Component[]) => {
  const parent = all.find((other) => other.kind === 'group' && other.children.includes(component));
  return parent ? { code: parent.code, name: parent.name } : null;
};

/** One component explained, or undefined when the framework has no such code. */
export const buildExplanation = (
  data: IndexData,
  code: string,
  sources: ExplanationSources,
): ComponentExplanation | undefined => {
  const { framework, key, subject } = data;
  const component = findComponent(framework, code);
  const score = scoreIndex(data);
  const scored = score.byCode.get(code);
  if (!component || !scored) return undefined;
  const all = listComponents(framework.components);
  const points = pointsView(scored.points, framework);
  return {
    framework: frameworkView(framework),
    subject: { code: subject.code, name: subject.name },
    year: key.year,
    simulated: hasSimulated(data.stored),
    code,
    kind: component.kind,
    name: component.name,
    parent: parentOf(component, all),
    ...neighbours(component, all),
    maximum: component.maximumPoints,
    points,
    lost: lostView(points, component.maximumPoints, framework),
    state: scored.state,
    reasons: [...scored.reasons],
    steps: [...scored.trace],
    ...indicatorMembers(component, data, sources),
    assumptions: assumptionViews(data, score).filter(({ componentCode }) => componentCode === code),
    children: scored.children.map((child) => nodeView(child, code, 1, data)),
    forecast: sources.stated.forecast(code),
    published: sources.stated.published(code),
    related: sources.related.flatMap(relatedView),
    history: sources.revisions.map((revision) => revisionView(framework, revision, sources.names)),
    actions: [...sources.actions],
  };
};

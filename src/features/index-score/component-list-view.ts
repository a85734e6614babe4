import { decimal, decimalText, sum } from '#core/kernel/decimal.ts';
import { lostPoints, type ScoredComponent } from '#core/scoring/evaluate.ts';
import { listIndicators } from '#core/scoring/framework.ts';
import { addIntervals } from '#core/scoring/interval.ts';
import type { ComponentList, ComponentNode } from './contract.ts';
import { hasSimulated } from '#server/scoring/data-values.ts';
import type { IndexData } from '#server/scoring/load-index.ts';
import { scoreIndex } from '#server/scoring/score-index.ts';
import { frameworkView, lostView, nodeView, pointsView } from './score-views.ts';

/** What the tree is narrowed to. */
export interface ComponentFilter {
  readonly leadAgency?: string | undefined;
  readonly lostMoreThan?: string | undefined;
  /** Only components with a corrected figure. */
  readonly corrected?: 'true' | undefined;
}

const passes = (
  scored: ScoredComponent,
  filter: ComponentFilter,
  correctedItems: ReadonlySet<string>,
): boolean => {
  const { component } = scored;
  if (component.kind === 'group') return false;
  const led =
    filter.leadAgency === undefined ||
    component.leadAgencies.some((agency) => agency.organizationCode === filter.leadAgency);
  const loses = filter.lostMoreThan === undefined || lostPoints(scored).high.greaterThan(filter.lostMoreThan);
  const isCorrected =
    filter.corrected === undefined || component.dataItems.some((item) => correctedItems.has(item));
  return led && loses && isCorrected;
};

const listLeads = (data: IndexData): ComponentList['leadAgencies'] => {
  const names = new Map(
    listIndicators(data.framework)
      .flatMap((indicator) => indicator.leadAgencies)
      .flatMap((agency) =>
        agency.organizationCode === null ? [] : [[agency.organizationCode, agency.name] as const],
      ),
  );
  return [...names]
    .map(([organizationCode, name]) => ({ organizationCode, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
};

/** The tree as a flat list: the indicators that pass, each group that holds one of them before its children. */
export const buildComponentList = (
  data: IndexData,
  filter: ComponentFilter,
  correctedItems: ReadonlySet<string>,
): ComponentList => {
  const { framework, subject, key } = data;
  const score = scoreIndex(data);
  const kept: ScoredComponent[] = [];

  const walk = (scored: ScoredComponent, parentCode: string | null, depth: number): ComponentNode[] => {
    const children = scored.children.flatMap((child) => walk(child, scored.component.code, depth + 1));
    const keeps = passes(scored, filter, correctedItems);
    if (keeps) kept.push(scored);
    return keeps || children.length > 0 ? [nodeView(scored, parentCode, depth, data), ...children] : [];
  };

  const items = score.components.flatMap((scored) => walk(scored, null, 0));
  const maximum = decimalText(sum(kept.map((scored) => scored.maximum)));
  const points = pointsView(addIntervals(kept.map((scored) => scored.points)), framework);
  return {
    framework: frameworkView(framework),
    subject: { code: subject.code, name: subject.name },
    year: key.year,
    simulated: hasSimulated(data.stored),
    items,
    total: kept.length,
    totalUnfiltered: listIndicators(framework).length,
    points,
    lost: lostView(points, decimal(maximum).toFixed(), framework),
    maximum,
    leadAgencies: listLeads(data),
  };
};

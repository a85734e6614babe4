import { sum, decimal } from '#core/kernel/decimal.ts';
import type { Component, ComponentGroup, ComponentIndicator, Framework } from '#core/scoring/framework.ts';
import type { ScoringPolicies } from '#core/scoring/policies.ts';
import { PERCENTAGE } from './scoring-rules.ts';

const INVENTED = { mark: 'inferred', note: null } as const;

/** An indicator whose data item has its own code and is a percentage. */
export const leaf = (
  code: string,
  maximumPoints: string,
  kind: 'ratio' | 'normalised-to-best' = 'ratio',
): ComponentIndicator => ({
  kind: 'indicator',
  code,
  name: { vi: code, en: code },
  maximumPoints,
  rule: { kind, measure: { ...PERCENTAGE, rate: code } },
  alternatives: [],
  dataItems: [code],
  evidence: { vi: '', en: '' },
  leadAgencies: [],
  coordinatingAgencies: [],
  provenance: {
    name: INVENTED,
    maximumPoints: INVENTED,
    rule: INVENTED,
    dataItems: INVENTED,
    evidence: INVENTED,
    assignment: INVENTED,
  },
  notes: [],
  workedExamples: [],
});

export const group = (
  code: string,
  maximumPoints: string,
  children: readonly Component[],
): ComponentGroup => ({
  kind: 'group',
  code,
  name: { vi: code, en: code },
  maximumPoints,
  provenance: { name: INVENTED, maximumPoints: INVENTED },
  children,
});

const leavesOf = (component: Component): readonly ComponentIndicator[] =>
  component.kind === 'group' ? component.children.flatMap(leavesOf) : [component];

/** A framework with a percentage as the data item of each indicator. */
export const buildFramework = (components: readonly Component[], policies: ScoringPolicies): Framework => ({
  code: 'invented',
  version: 1,
  assessmentYear: 2025,
  subjectKind: 'enterprise',
  status: 'proposal',
  title: { vi: 'Bộ chỉ số thử', en: 'Invented framework' },
  decision: null,
  maximumPoints: sum(components.map(({ maximumPoints }) => decimal(maximumPoints))).toFixed(),
  policies,
  provenance: { maximumPoints: INVENTED, policies: INVENTED },
  notes: [],
  dataItems: components.flatMap(leavesOf).map(({ code }) => ({
    kind: 'number',
    code,
    name: { vi: code, en: code },
    unit: PERCENTAGE.unit,
    whole: false,
    minimum: '0',
    maximum: null,
  })),
  components,
});

import type { GapItem, ProjectItem, RegisterItem, TargetItem, TaskItem } from '#contract/plan-item.ts';
import { findFullMeasure, withUnit } from '#web/widgets/plan-item/measure.ts';
import type { Fact } from '#web/ui/Facts.tsx';
import { findLostPoints } from './gap-register.tsx';
import { mentionInWords } from './mention.ts';
import type { Wording } from './wording.ts';

/** What only this kind of item says. */
export const buildKindFacts = (item: RegisterItem, wording: Wording): readonly Fact[] => {
  switch (item.kind) {
    case 'target':
      return targetFacts(item, wording);
    case 'task':
      return taskFacts(item, wording);
    case 'project':
      return projectFacts(item, wording);
    case 'gap':
      return gapFacts(item, wording);
  }
};

const targetFacts = (target: TargetItem, { plan, item: words, format }: Wording): readonly Fact[] => {
  const labels = plan.item;
  const { baseline } = target;
  const baselineValue =
    baseline === null
      ? null
      : baseline.value === null
        ? baseline.raw
        : withUnit(format.number(baseline.value), baseline.unit);
  return [
    { label: labels.value, value: findFullMeasure(target, format, words) ?? null },
    { label: labels.qualitative, value: target.qualitativeLevel },
    { label: labels.rawTarget, value: target.rawTarget },
    { label: labels.basis, value: target.basis },
    {
      label: labels.baseline,
      value:
        baselineValue !== null && baseline?.period
          ? labels.baselineIn(baselineValue, baseline.period)
          : baselineValue,
    },
    { label: labels.period, value: target.period?.raw ?? null },
    { label: labels.aspirational, value: target.aspirational ? labels.aspirationalYes : null },
    { label: labels.embedded, value: target.embedded ? labels.embeddedYes : null },
    { label: labels.verdict, value: target.verdict },
    { label: labels.outlook, value: target.outlook },
    { label: labels.subgroup, value: target.subgroup },
    { label: labels.nameNote, value: target.nameNote },
  ];
};

const taskFacts = (task: TaskItem, { plan }: Wording): readonly Fact[] => [
  { label: plan.item.expectedResult, value: task.expectedResult },
  { label: plan.item.role, value: task.role && (plan.assignedRoles[task.role] ?? task.role) },
  { label: plan.item.form, value: plan.forms[task.form] },
];

const projectFacts = (project: ProjectItem, { plan, format }: Wording): readonly Fact[] => {
  const { budget } = project;
  const amount = budget?.value ?? null;
  return [
    { label: plan.item.projectGroup, value: project.projectGroup },
    { label: plan.item.funding, value: project.fundingSource },
    { label: plan.item.investorUnit, value: project.investorUnit },
    {
      label: plan.item.budget,
      value: amount === null ? (budget?.raw ?? null) : withUnit(format.number(amount), budget?.unit ?? null),
    },
    {
      label: plan.item.legalBasis,
      value: project.legalBasis.map((mention) => mentionInWords(mention, plan, format)).join('; '),
    },
    { label: plan.item.remark, value: project.remark },
  ];
};

const gapFacts = (gap: GapItem, { plan, item: words, format }: Wording): readonly Fact[] => {
  const labels = plan.item;
  const lost = findLostPoints(gap);
  const { score, maximumScore, numerator, denominator } = gap;
  return [
    {
      label: labels.score,
      value:
        score === null
          ? null
          : maximumScore === null
            ? format.points(score)
            : labels.scoreOf(format.points(score), format.number(maximumScore)),
    },
    { label: labels.lost, value: lost === null ? null : format.points(lost) },
    {
      label: labels.current,
      value: [
        gap.currentValue === null ? null : withUnit(format.number(gap.currentValue), gap.currentUnit),
        numerator === null || denominator === null
          ? null
          : `(${labels.fraction(format.number(numerator), format.number(denominator))})`,
      ]
        .filter(Boolean)
        .join(' '),
    },
    {
      label: labels.required,
      value:
        findFullMeasure(
          {
            comparator: gap.requiredComparator,
            value: gap.requiredValue,
            values: null,
            unit: gap.currentUnit,
          },
          format,
          words,
        ) ?? null,
    },
    { label: labels.cause, value: gap.cause },
    { label: labels.remedy, value: gap.remedy },
    { label: labels.remark, value: gap.remark },
  ];
};

import type { ItemMeasure, TargetItem } from '#contract/plan-item.ts';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import { findFullMeasure } from '#web/widgets/plan-item/measure.ts';
import { useWording } from './wording.ts';

/** The values of a target under its phases, past years and later plans. */
export const ItemMeasures = ({ target }: { readonly target: TargetItem }) => {
  const { plan } = useWording();
  const groups = [
    { title: plan.item.actuals, measures: target.actuals },
    { title: plan.item.phases, measures: target.phases },
    { title: plan.item.plannedValues, measures: target.plannedValues },
  ].filter(({ measures }) => measures.length > 0);
  if (groups.length === 0) return null;
  return (
    <Section title={plan.item.values}>
      {groups.map(({ title, measures }) => (
        <MeasureTable key={title} title={title} measures={measures} />
      ))}
    </Section>
  );
};

interface MeasureTableProps {
  readonly title: string;
  readonly measures: readonly ItemMeasure[];
}

const MeasureTable = ({ title, measures }: MeasureTableProps) => {
  const { plan, item: words, format } = useWording();
  return (
    <FigureTable
      caption={title}
      captionVisible
      rows={measures}
      rowKey={({ label }) => label}
      columns={[
        { key: 'label', title: plan.item.valuesLabel, cell: ({ label }) => label, width: '12rem' },
        {
          key: 'value',
          title: plan.item.value,
          kind: 'figure',
          width: '12rem',
          cell: (measure) => findFullMeasure(measure, format, words) ?? plan.item.blank,
        },
        { key: 'raw', title: plan.item.rawTarget, cell: ({ raw }) => raw },
      ]}
    />
  );
};

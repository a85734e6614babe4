import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MeasurableView } from '#features/consistency/link-contract.ts';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import { documentShortTitle } from '#web/widgets/plan-item/document-title.ts';
import { itemLink } from '#web/widgets/plan-item/item-address.ts';
import { findFullMeasure } from '#web/widgets/plan-item/measure.ts';
import { linkedMeasuresQuery } from './queries.ts';
import { useWording, type Wording } from './wording.ts';

const yearsOf = ({ fromYear, toYear }: MeasurableView['values'][number]): string =>
  fromYear === toYear ? String(toYear) : `${String(fromYear)}–${String(toYear)}`;

const valuesFor = (
  { values }: MeasurableView,
  years: string,
  { plan: { item }, item: words, format }: Wording,
): string =>
  values
    .filter((value) => yearsOf(value) === years)
    .map((value) => {
      const measure = findFullMeasure({ ...value, values: null }, format, words) ?? '';
      return value.role === 'target' ? item.linked.target(measure) : item.linked.reached(measure);
    })
    .join('; ');

/** What was confirmed to be the same measurable thing as a target, with the values of all years beside each other. */
export const LinkedMeasures = ({ itemId }: { readonly itemId: string }) => {
  const wording = useWording();
  const { linked } = wording.plan.item;
  const { data } = useQuery(linkedMeasuresQuery(itemId));
  if (!data || (data.items.length === 0 && data.proposed === 0)) return null;
  const proposed = wording.format.number(data.proposed);
  const waiting = data.proposed > 0 && <Link to="/mau-thuan/lien-ket">{linked.proposed(proposed)}</Link>;
  if (data.items.length === 0) return <p>{waiting}</p>;
  const years = [...new Set(data.items.flatMap(({ values }) => values.map(yearsOf)))].toSorted();
  return (
    <Section
      title={linked.title(wording.format.number(data.items.length - 1))}
      lead={linked.lead}
      aside={waiting}
    >
      <FigureTable
        caption={linked.caption}
        rows={data.items}
        rowKey={({ key }) => key}
        columns={[
          { key: 'measure', title: linked.measure, cell: (row) => <Measure of={row} itemId={itemId} /> },
          ...years.map((year) => ({
            ...{ key: year, title: year, kind: 'figure' as const },
            cell: (row: MeasurableView) => valuesFor(row, year, wording),
          })),
        ]}
      />
    </Section>
  );
};

const Measure = ({ of, itemId }: { readonly of: MeasurableView; readonly itemId: string }) => {
  const { plan, item: words } = useWording();
  const { code, name, document } = of;
  if (of.itemId === itemId) return `${name} (${plan.item.linked.own})`;
  if (of.itemId !== null) {
    return (
      <>
        <Link {...itemLink('target', of.itemId)}>{name}</Link>
        {document && ` · ${documentShortTitle(document, words)}`}
      </>
    );
  }
  if (of.kind === 'component' && code !== null) {
    return (
      <Link to="/bo-chi-so/$code" params={{ code }}>
        {code} {name}
      </Link>
    );
  }
  return `${code ?? ''} ${name}`;
};

import { useState } from 'react';
import { REGISTER_KINDS, type RegisterKind } from '#core/plan/plan-item.ts';
import type { RegisterItem } from '#contract/plan-item.ts';
import type { OrganizationItem } from '#features/organization/contract.ts';
import { ItemStateBadge } from '#web/widgets/plan-item/ItemStateBadge.tsx';
import { FigureTable, type FigureColumn } from '#web/ui/FigureTable.tsx';
import { usePrinting } from '#web/ui/register-table/use-printing.ts';
import { Section } from '#web/ui/Section.tsx';
import { findFullMeasure } from '#web/widgets/plan-item/measure.ts';
import { FirstRows } from './FirstRows.tsx';
import { buildNameColumn, buildSourceColumn } from './item-columns.tsx';
import classes from './organization.module.css';
import { useWording, type Wording } from './wording.ts';

interface AnsweredItemsProps {
  readonly title: string;
  readonly lead?: string;
  readonly items: readonly OrganizationItem[];
  /** Says in which role, where that is not plain from the title. */
  readonly withRole?: boolean;
  /** Each register is folded, and drawn when somebody opens it or prints the page. */
  readonly folded?: boolean;
}

/** Items of one part of an organization's page, a table for each register. */
export const AnsweredItems = ({
  title,
  lead,
  items,
  withRole = false,
  folded = false,
}: AnsweredItemsProps) => {
  const printing = usePrinting();
  if (items.length === 0) return null;
  const Part = folded ? FoldedPart : RegisterPart;
  return (
    <Section title={title} lead={lead}>
      {REGISTER_KINDS.map((kind) => ({ kind, some: items.filter(({ item }) => item.kind === kind) }))
        .filter(({ some }) => some.length > 0)
        .map(({ kind, some }) => (
          <Part key={kind} kind={kind} items={some} withRole={withRole} printing={printing} />
        ))}
    </Section>
  );
};

interface RegisterPartProps {
  readonly kind: RegisterKind;
  readonly items: readonly OrganizationItem[];
  readonly withRole: boolean;
  readonly printing: boolean;
  /** Something above the table bears its caption already. */
  readonly captionHidden?: boolean;
}

const captionOf = (kind: RegisterKind, count: number, { organization, item, format }: Wording): string =>
  organization.one.registerCount(item.kinds[kind], format.number(count));

// A busy department answers for hundreds of items, and a page of thousands of cells is slow for everybody.
const FIRST_ROWS = 50;

const RegisterPart = ({ kind, items, withRole, printing, captionHidden = false }: RegisterPartProps) => {
  const wording = useWording();
  return (
    <FirstRows items={items} first={FIRST_ROWS} printing={printing}>
      {(rows) => (
        <FigureTable
          caption={captionOf(kind, items.length, wording)}
          captionVisible={!captionHidden}
          rows={rows}
          rowKey={({ item }) => item.id}
          columns={columnsOf(kind, wording).filter(({ key }) => withRole || key !== 'role')}
        />
      )}
    </FirstRows>
  );
};

const FoldedPart = (part: RegisterPartProps) => {
  const wording = useWording();
  const { printing } = part;
  const [open, setOpen] = useState(false);
  const drawn = open || printing;
  return (
    <details
      className={classes.folded}
      open={drawn}
      onToggle={({ currentTarget }) => {
        // Paper opens it for a moment; the person did not.
        if (!printing) setOpen(currentTarget.open);
      }}
    >
      <summary>{captionOf(part.kind, part.items.length, wording)}</summary>
      {drawn && <RegisterPart {...part} captionHidden />}
    </details>
  );
};

const columnsOf = (kind: RegisterKind, wording: Wording): readonly FigureColumn<OrganizationItem>[] => {
  const { organization, item: words } = wording;
  const labels = organization.one;
  return [
    buildNameColumn(wording),
    ...figureColumns(kind, wording),
    {
      key: 'role',
      title: labels.role,
      width: '14%',
      cell: ({ roles, viaGroup }) => {
        const role = roles.map((one) => words.roles[one]).join(', ');
        return viaGroup === null ? role : `${role}, ${labels.via(viaGroup.abbreviation ?? viaGroup.name)}`;
      },
    },
    {
      key: 'due',
      title: labels.due,
      width: '20%',
      cell: (concerning) => (
        <>
          {concerning.item.due?.raw} <ItemStateBadge {...concerning} />
        </>
      ),
    },
    buildSourceColumn(wording),
  ];
};

const figureColumns = (
  kind: RegisterKind,
  { organization, item: words, format }: Wording,
): readonly FigureColumn<OrganizationItem>[] => {
  const valueOf = (item: RegisterItem): string => {
    if (item.kind === 'target') {
      return findFullMeasure(item, format, words) ?? item.qualitativeLevel ?? item.rawTarget;
    }
    if (item.kind !== 'gap' || item.score === null || item.maximumScore === null) return '';
    return organization.one.pointsOf(format.points(item.score), format.number(item.maximumScore));
  };
  if (kind !== 'target' && kind !== 'gap') return [];
  return [
    {
      key: 'value',
      title: kind === 'target' ? organization.one.value : organization.one.points,
      kind: 'figure',
      width: '13%',
      cell: ({ item }) => <span className={classes.value}>{valueOf(item)}</span>,
    },
  ];
};

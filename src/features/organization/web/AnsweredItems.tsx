import { Link } from '@tanstack/react-router';
import { REGISTER_KINDS, type RegisterKind } from '#core/plan/plan-item.ts';
import type { RegisterItem } from '#contract/plan-item.ts';
import type { OrganizationItem } from '#features/organization/contract.ts';
import { DueStateBadge } from '#web/ui/DueStateBadge.tsx';
import { FigureTable, type FigureColumn } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import { documentShortTitle } from '#web/widgets/plan-item/document-title.ts';
import { itemLink } from '#web/widgets/plan-item/item-address.ts';
import { findFullMeasure } from '#web/widgets/plan-item/measure.ts';
import classes from './organization.module.css';
import { useWording, type Wording } from './wording.ts';

interface AnsweredItemsProps {
  readonly title: string;
  readonly lead?: string;
  readonly items: readonly OrganizationItem[];
  /** Says in which role, where that is not plain from the title. */
  readonly withRole?: boolean;
}

/** Items of one part of an organization's page, a table for each register. */
export const AnsweredItems = ({ title, lead, items, withRole = false }: AnsweredItemsProps) => {
  if (items.length === 0) return null;
  return (
    <Section title={title} lead={lead}>
      {REGISTER_KINDS.map((kind) => (
        <RegisterPart
          key={kind}
          kind={kind}
          items={items.filter(({ item }) => item.kind === kind)}
          withRole={withRole}
        />
      ))}
    </Section>
  );
};

interface RegisterPartProps {
  readonly kind: RegisterKind;
  readonly items: readonly OrganizationItem[];
  readonly withRole: boolean;
}

const RegisterPart = ({ kind, items, withRole }: RegisterPartProps) => {
  const wording = useWording();
  const { organization, item: words, format } = wording;
  if (items.length === 0) return null;
  return (
    <FigureTable
      caption={organization.one.registerCount(words.kinds[kind], format.number(items.length))}
      captionVisible
      rows={items}
      rowKey={({ item }) => item.id}
      columns={columnsOf(kind, wording).filter(({ key }) => withRole || key !== 'role')}
    />
  );
};

const columnsOf = (kind: RegisterKind, wording: Wording): readonly FigureColumn<OrganizationItem>[] => {
  const { organization, item: words } = wording;
  const labels = organization.one;
  return [
    {
      key: 'name',
      title: labels.name,
      cell: ({ item }) => (
        <Link {...itemLink(item.kind, item.id)} className={classes.itemName}>
          {item.name}
        </Link>
      ),
    },
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
      cell: ({ item: { due } }) =>
        due !== null && (
          <>
            {due.raw} <DueStateBadge state={due.state} />
          </>
        ),
    },
    {
      key: 'source',
      title: labels.source,
      width: '18%',
      cell: ({ item: { document } }) => (
        <Link to="/van-ban/$id" params={{ id: document.id }} className={classes.source}>
          {documentShortTitle(document, words)}
        </Link>
      ),
    },
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

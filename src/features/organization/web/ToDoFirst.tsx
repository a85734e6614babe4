import type { OrganizationItem } from '#features/organization/contract.ts';
import { ItemStateBadge } from '#web/widgets/plan-item/ItemStateBadge.tsx';
import { FigureTable, type FigureColumn } from '#web/ui/FigureTable.tsx';
import { usePrinting } from '#web/ui/register-table/use-printing.ts';
import { Section } from '#web/ui/Section.tsx';
import { FirstRows } from './FirstRows.tsx';
import { buildNameColumn, buildSourceColumn } from './item-columns.tsx';
import { findItemsToDo, findLastDay, listForemostRoles, type ItemsToDo } from './items-to-do.ts';
import { useWording, type Wording } from './wording.ts';

const FIRST_ROWS = 10;

interface ToDoFirstProps {
  /** All that concerns the organization, whatever its role. */
  readonly items: readonly OrganizationItem[];
}

/** What an organization has to do first: everything overdue or due soon, in whatever role. */
export const ToDoFirst = ({ items }: ToDoFirstProps) => {
  const wording = useWording();
  const printing = usePrinting();
  const { toDo } = wording.organization.one;
  const found = findItemsToDo(items);
  if (found.items.length === 0) {
    return (
      <Section title={toDo.title}>
        <p>{toDo.nothing}</p>
      </Section>
    );
  }
  return (
    <Section title={toDo.title} lead={describeCounts(found, wording)}>
      <FirstRows items={found.items} first={FIRST_ROWS} printing={printing}>
        {(rows) => (
          <FigureTable
            caption={toDo.title}
            rows={rows}
            rowKey={({ item }) => item.id}
            columns={columnsOf(wording)}
          />
        )}
      </FirstRows>
    </Section>
  );
};

/** The counts in words: what is overdue, led or helped with, and what is due soon. */
const describeCounts = (
  { overdue, overdueLed, dueSoon }: ItemsToDo,
  { organization, format }: Wording,
): string => {
  const { toDo } = organization.one;
  const late =
    overdue === 0
      ? toDo.noneOverdue
      : toDo.overdue(format.number(overdue), format.number(overdueLed), format.number(overdue - overdueLed));
  return dueSoon === 0 ? late : `${late} ${toDo.dueSoon(format.number(dueSoon))}`;
};

const describeRole = (concerning: OrganizationItem, { organization, item }: Wording): string => {
  const roles = listForemostRoles(concerning)
    .map((role) => item.roles[role].toLowerCase())
    .join(', ');
  const { viaGroup } = concerning;
  return viaGroup === null ? roles : `${roles} ${organization.one.via(viaGroup.name)}`;
};

const columnsOf = (wording: Wording): readonly FigureColumn<OrganizationItem>[] => {
  const { organization, format } = wording;
  return [
    buildNameColumn(wording),
    {
      key: 'lastDay',
      title: organization.one.toDo.lastDay,
      width: '18%',
      cell: (concerning) => {
        const lastDay = findLastDay(concerning);
        return (
          <>
            {lastDay !== null && format.day(lastDay)} <ItemStateBadge {...concerning} />
          </>
        );
      },
    },
    {
      key: 'role',
      title: organization.one.role,
      width: '18%',
      cell: (concerning) => describeRole(concerning, wording),
    },
    buildSourceColumn(wording),
  ];
};

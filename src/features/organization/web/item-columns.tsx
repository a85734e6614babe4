import { Link } from '@tanstack/react-router';
import type { OrganizationItem } from '#features/organization/contract.ts';
import type { FigureColumn } from '#web/ui/FigureTable.tsx';
import { documentBriefTitle } from '#web/widgets/plan-item/document-title.ts';
import { itemLink } from '#web/widgets/plan-item/item-address.ts';
import classes from './organization.module.css';
import type { Wording } from './wording.ts';

/** What the item says, leading to it. */
export const buildNameColumn = ({ organization }: Wording): FigureColumn<OrganizationItem> => ({
  key: 'name',
  title: organization.one.name,
  cell: ({ item }) => (
    <Link {...itemLink(item.kind, item.id)} className={classes.itemName}>
      {item.name}
    </Link>
  ),
});

/** The document that says it, leading there. */
export const buildSourceColumn = ({
  organization,
  item: words,
}: Wording): FigureColumn<OrganizationItem> => ({
  key: 'source',
  title: organization.one.source,
  width: '18%',
  cell: ({ item: { document } }) => (
    <Link to="/van-ban/$id" params={{ id: document.id }} className={classes.source}>
      {documentBriefTitle(document, words)}
    </Link>
  ),
});

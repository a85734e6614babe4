import type { LinkProps } from '@tanstack/react-router';
import type { SearchHit } from '#features/search/contract.ts';
import { itemLink } from '#web/widgets/plan-item/item-address.ts';

/** The page of what was found. */
export const hitLink = ({ kind, key }: Pick<SearchHit, 'kind' | 'key'>): LinkProps => {
  switch (kind) {
    case 'organization':
      return { to: '/co-quan/$code', params: { code: key } };
    case 'index-component':
      return { to: '/bo-chi-so/$code', params: { code: key } };
    case 'document':
      return { to: '/van-ban/$id', params: { id: key } };
    case 'target':
    case 'task':
    case 'project':
    case 'gap':
      return itemLink(kind, key);
  }
};

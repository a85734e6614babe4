import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RegisteredTarget } from '#features/plan-import/contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { documentBriefTitle } from '#web/widgets/plan-item/document-title.ts';
import { itemLink } from '#web/widgets/plan-item/item-address.ts';
import { planItemMessages } from '#web/widgets/plan-item/messages.ts';
import { reviewMessages } from './messages.ts';
import classes from './review.module.css';

interface SimilarItemsProps {
  readonly items: readonly RegisteredTarget[];
  /** What can be decided about one of them. */
  readonly renderChoice?: (item: RegisteredTarget) => ReactNode;
}

/** What the registers already have from other documents, beside the item under review. */
export const SimilarItems = ({ items, renderChoice }: SimilarItemsProps) => {
  const words = useMessages(reviewMessages);
  const itemWords = useMessages(planItemMessages);
  if (items.length === 0) return null;
  return (
    <div className={classes.similar}>
      <p>{words.similar}</p>
      <ul>
        {items.map((item) => (
          <li key={item.itemId}>
            <Link {...itemLink(item.kind, item.itemId)}>{item.name}</Link>
            {`: ${[item.rawTarget, item.due, documentBriefTitle(item.document, itemWords)].filter(Boolean).join(' · ')}`}
            {item.reasons.length > 0 &&
              ` (${words.alikeBy(item.reasons.map((reason) => words.likeness[reason]).join(', '))})`}
            {renderChoice?.(item)}
          </li>
        ))}
      </ul>
    </div>
  );
};

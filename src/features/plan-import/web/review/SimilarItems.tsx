import { Link } from '@tanstack/react-router';
import type { RegisteredTarget } from '#features/plan-import/contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { documentBriefTitle } from '#web/widgets/plan-item/document-title.ts';
import { itemLink } from '#web/widgets/plan-item/item-address.ts';
import { planItemMessages } from '#web/widgets/plan-item/messages.ts';
import { reviewMessages } from './messages.ts';
import classes from './review.module.css';

/** What the registers already have from other documents, beside the item under review. */
export const SimilarItems = ({ items }: { readonly items: readonly RegisteredTarget[] }) => {
  const words = useMessages(reviewMessages);
  const itemWords = useMessages(planItemMessages);
  if (items.length === 0) return null;
  return (
    <div className={classes.similar}>
      <p>{words.similar}</p>
      <ul>
        {items.map(({ itemId, kind, name, rawTarget, due, document, reasons }) => (
          <li key={itemId}>
            <Link {...itemLink(kind, itemId)}>{name}</Link>
            {`: ${[rawTarget, due, documentBriefTitle(document, itemWords)].filter(Boolean).join(' · ')}`}
            {reasons.length > 0 &&
              ` (${words.alikeBy(reasons.map((reason) => words.likeness[reason]).join(', '))})`}
          </li>
        ))}
      </ul>
    </div>
  );
};

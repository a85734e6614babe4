import { Link } from '@tanstack/react-router';
import type { ItemLink, PlanItemView } from '#features/plan/contract.ts';
import { Section } from '#web/ui/Section.tsx';
import { documentShortTitle } from '#web/widgets/plan-item/document-title.ts';
import { itemLink } from '#web/widgets/plan-item/item-address.ts';
import classes from './plan.module.css';
import { useWording } from './wording.ts';

const MOST_SIBLINGS = 12;

/** What else speaks of the same index component, and what stands in the same section. */
export const RelatedItems = ({ view }: { readonly view: PlanItemView }) => {
  const { plan, format } = useWording();
  const { related, siblings } = view;
  const hidden = siblings.length - MOST_SIBLINGS;
  return (
    <>
      {related.length > 0 && (
        <Section title={plan.item.related} lead={plan.item.relatedLead}>
          <ItemLinks items={related} withDocument />
        </Section>
      )}
      {siblings.length > 0 && (
        <Section title={plan.item.siblings}>
          <ItemLinks items={siblings.slice(0, MOST_SIBLINGS)} />
          {hidden > 0 && <p className={classes.quiet}>{plan.item.moreSiblings(format.number(hidden))}</p>}
        </Section>
      )}
    </>
  );
};

interface ItemLinksProps {
  readonly items: readonly ItemLink[];
  readonly withDocument?: boolean;
}

const ItemLinks = ({ items, withDocument = false }: ItemLinksProps) => {
  const { item: words } = useWording();
  return (
    <ul className={classes.links}>
      {items.map((item) => (
        <li key={item.id}>
          <span className={classes.quiet}>{words.kinds[item.kind]} </span>
          <Link {...itemLink(item.kind, item.id)}>{item.name}</Link>
          {withDocument && (
            <span className={classes.quiet}> · {documentShortTitle(item.document, words)}</span>
          )}
        </li>
      ))}
    </ul>
  );
};

/** The items before and after in the document. */
export const Neighbours = ({ view: { previous, next } }: { readonly view: PlanItemView }) => {
  const { plan } = useWording();
  const found = [
    { label: plan.item.previous, item: previous },
    { label: plan.item.next, item: next },
  ];
  return (
    <nav aria-label={plan.item.neighbours} className={classes.neighbours}>
      {found.map(
        ({ label, item }) =>
          item && (
            <div key={label}>
              <div className={classes.quiet}>{label}</div>
              <Link {...itemLink(item.kind, item.id)}>{item.name}</Link>
            </div>
          ),
      )}
    </nav>
  );
};

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { ItemStateBadge } from '#web/widgets/plan-item/ItemStateBadge.tsx';
import { ITEM_SEGMENTS, itemLink } from '#web/widgets/plan-item/item-address.ts';
import styles from './committee.module.css';
import { describeLeads } from './describe-leads.ts';
import { areaTargetsQuery } from './queries.ts';
import { useWording } from './use-wording.ts';

/** The targets of an area whose period is over without a result that a document states, or over soon. */
export const AreaTargets = ({ memberId }: { readonly memberId: string }) => {
  const { words, format } = useWording();
  const { data, isError, error, refetch } = useQuery(areaTargetsQuery(memberId));
  if (isError) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const { ended, soon, items } = data;
  if (ended + soon === 0) return <p>{words.area.targetsNone}</p>;
  const counted = [
    ...(soon === 0 ? [] : [words.area.targetsSoon(format.number(soon))]),
    ...(ended === 0 ? [] : [words.area.targetsEnded(format.number(ended))]),
  ];
  return (
    <Section
      title={format.list(counted)}
      aside={
        <Link to="/ke-hoach" search={{ tab: ITEM_SEGMENTS.target }}>
          {words.area.targetsAll}
        </Link>
      }
    >
      <ul className={styles.items}>
        {items.map((item) => (
          <li key={item.id}>
            <Link {...itemLink('target', item.id)} className={styles.name}>
              {item.name}
            </Link>
            <ItemStateBadge item={item} />
            <span className={styles.quiet}>
              {[
                item.rawTarget,
                describeLeads(item),
                ...(item.due?.lastDay ? [words.area.targetUntil(format.day(item.due.lastDay))] : []),
              ]
                .filter((part) => part !== '')
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
};

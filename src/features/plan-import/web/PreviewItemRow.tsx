import type { ItemMatch, PreviewItem } from '#features/plan-import/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { StateBadge, type StateTone } from '#web/ui/StateBadge.tsx';
import { UnmappedMark } from '#web/widgets/plan-item/AgencyNames.tsx';
import { planItemMessages } from '#web/widgets/plan-item/messages.ts';
import { planImportMessages } from './messages.ts';
import { describeSummary } from './describe-value.ts';
import { Differences } from './Differences.tsx';
import classes from './plan-import.module.css';
import { SimilarItems } from './review/SimilarItems.tsx';

const TONES = {
  new: 'running',
  same: 'neutral',
  'gains-quote': 'good',
  differs: 'warning',
} as const satisfies Record<ItemMatch, StateTone>;

interface PreviewItemRowProps {
  readonly item: PreviewItem;
  readonly shown: boolean;
  readonly onShow: (lines: readonly number[]) => void;
}

/** One statement of a file whose import is decided: how it stands, where it is, and what differs. */
export const PreviewItemRow = ({ item, shown, onShow }: PreviewItemRowProps) => {
  const excluded = item.review.state === 'rejected';
  const words = useMessages(planImportMessages);
  const itemWords = useMessages(planItemMessages);
  const format = useFormat();
  return (
    <li className={classes.item} data-shown={shown || undefined} data-excluded={excluded || undefined}>
      <div className={classes.itemBody}>
        <button
          type="button"
          className={classes.itemName}
          aria-pressed={shown}
          onClick={() => {
            onShow(item.lines);
          }}
        >
          {item.name}
        </button>
        <div className={classes.itemFacts}>
          <span title={words.matchHelp[item.match]}>
            <StateBadge tone={excluded ? 'open' : TONES[item.match]}>
              {excluded ? words.review.excluded : words.matches[item.match]}
            </StateBadge>
          </span>
          {item.summary !== null && <span>{describeSummary(item, format)}</span>}
          {item.place.line !== null && <span>{itemWords.place.line(String(item.place.line))}</span>}
          <Agencies agencies={item.agencies} />
        </div>
        {item.match === 'differs' && <Differences item={item} />}
        <SimilarItems items={item.elsewhere} />
      </div>
    </li>
  );
};

const Agencies = ({ agencies }: Pick<PreviewItem, 'agencies'>) => {
  const { roles } = useMessages(planItemMessages);
  return agencies.map(({ role, nameAsWritten, name, organizationCode }) => (
    <span key={`${role} ${nameAsWritten}`}>
      {`${roles[role]}: ${name}`}
      {organizationCode === null && <UnmappedMark />}
    </span>
  ));
};

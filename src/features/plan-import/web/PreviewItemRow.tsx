import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ItemMatch, PreviewItem } from '#features/plan-import/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { StateBadge, type StateTone } from '#web/ui/StateBadge.tsx';
import { UnmappedMark } from '#web/widgets/plan-item/AgencyNames.tsx';
import { documentBriefTitle } from '#web/widgets/plan-item/document-title.ts';
import { itemLink } from '#web/widgets/plan-item/item-address.ts';
import { planItemMessages } from '#web/widgets/plan-item/messages.ts';
import { planImportMessages } from './messages.ts';
import { describeSummary, describeValue } from './describe-value.ts';
import classes from './plan-import.module.css';

const TONES = {
  new: 'running',
  same: 'neutral',
  'gains-quote': 'good',
  differs: 'warning',
} as const satisfies Record<ItemMatch, StateTone>;

interface PreviewItemRowProps {
  readonly item: PreviewItem;
  readonly open: boolean;
  readonly excluded: boolean;
  readonly replaced: boolean;
  readonly shown: boolean;
  readonly onShow: (lines: readonly number[]) => void;
  readonly onToggleExcluded: (readingId: string) => void;
  readonly onToggleReplaced: (readingId: string) => void;
}

/** One statement of a file: in or out, how it stands, where it is, and what differs. */
export const PreviewItemRow = (props: PreviewItemRowProps) => {
  const { item, open, excluded, shown } = props;
  const words = useMessages(planImportMessages);
  const itemWords = useMessages(planItemMessages);
  const format = useFormat();
  return (
    <li className={classes.item} data-shown={shown || undefined} data-excluded={excluded || undefined}>
      {open && (
        <Checkbox
          size="xs"
          checked={!excluded}
          aria-label={words.review.include(item.name)}
          onChange={() => {
            props.onToggleExcluded(item.readingId);
          }}
        />
      )}
      <div className={classes.itemBody}>
        <button
          type="button"
          className={classes.itemName}
          aria-pressed={shown}
          onClick={() => {
            props.onShow(item.lines);
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
        {item.match === 'differs' && <Differences {...props} />}
        {item.elsewhere.length > 0 && <Elsewhere item={item} />}
      </div>
    </li>
  );
};

/** What other documents set for the same index component. */
const Elsewhere = ({ item }: Pick<PreviewItemRowProps, 'item'>) => {
  const words = useMessages(planImportMessages).review;
  const itemWords = useMessages(planItemMessages);
  return (
    <div className={classes.differences}>
      <p className={classes.elsewhere}>{words.elsewhere}</p>
      <ul className={classes.elsewhere}>
        {item.elsewhere.map(({ itemId, name, rawTarget, due, document }) => (
          <li key={itemId}>
            <Link {...itemLink('target', itemId)}>{name}</Link>
            {`: ${[rawTarget, due, documentBriefTitle(document, itemWords)].filter(Boolean).join(' · ')}`}
          </li>
        ))}
      </ul>
    </div>
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

const Differences = ({ item, open, replaced, excluded, onToggleReplaced }: PreviewItemRowProps) => {
  const words = useMessages(planImportMessages).review;
  const format = useFormat();
  return (
    <div className={classes.differences}>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.inRegister}</th>
            <th scope="col">{words.inFile}</th>
          </tr>
        </thead>
        <tbody>
          {item.differences.map(({ field, registered, read }) => (
            <tr key={field}>
              <th scope="row">{words.fields[field] ?? field}</th>
              <td>{registered === null ? words.blankValue : describeValue(field, registered, format)}</td>
              <td>{read === null ? words.blankValue : describeValue(field, read, format)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {open && !excluded && (
        <Checkbox
          size="xs"
          checked={replaced}
          label={words.replace}
          onChange={() => {
            onToggleReplaced(item.readingId);
          }}
        />
      )}
    </div>
  );
};

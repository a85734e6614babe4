import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { ITEM_KINDS } from '#core/plan/plan-item.ts';
import type { ItemMatch, PreviewItem } from '#features/plan-import/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { Section } from '#web/ui/Section.tsx';
import { planItemMessages } from '#web/widgets/plan-item/messages.ts';
import { planImportMessages } from './messages.ts';
import classes from './plan-import.module.css';
import { PreviewItemRow } from './PreviewItemRow.tsx';

const MATCHES = ['new', 'gains-quote', 'differs', 'same'] as const satisfies readonly ItemMatch[];

interface PreviewItemsProps {
  readonly items: readonly PreviewItem[];
  readonly shownLines: readonly number[];
  readonly onShow: (lines: readonly number[]) => void;
}

/** The statements of a file, register by register, each with how it stands against what is known. */
export const PreviewItems = (props: PreviewItemsProps) => {
  const { items, shownLines } = props;
  const words = useMessages(planImportMessages);
  const { kinds } = useMessages(planItemMessages);
  const format = useFormat();
  const [match, setMatch] = useState<ItemMatch | 'all'>('all');
  const shown = match === 'all' ? items : items.filter((item) => item.match === match);
  const countOf = (one: ItemMatch): number => items.filter((item) => item.match === one).length;

  return (
    <Section title={words.review.items}>
      <SegmentedControl
        size="xs"
        className={classes.matchFilter}
        aria-label={words.review.filter}
        value={match}
        onChange={(value) => {
          setMatch(MATCHES.find((one) => one === value) ?? 'all');
        }}
        data={[
          { value: 'all', label: `${words.review.all} (${format.number(items.length)})` },
          ...MATCHES.filter((one) => countOf(one) > 0).map((one) => ({
            value: one,
            label: `${words.matches[one]} (${format.number(countOf(one))})`,
          })),
        ]}
      />
      {ITEM_KINDS.map((kind) => {
        const ofKind = shown.filter((item) => item.kind === kind);
        return (
          ofKind.length > 0 && (
            <div key={kind}>
              <h3 className={classes.kind}>{`${kinds[kind]} (${format.number(ofKind.length)})`}</h3>
              <ul className={classes.items}>
                {ofKind.map((item) => (
                  <PreviewItemRow
                    key={item.readingId}
                    item={item}
                    shown={item.lines.length > 0 && item.lines === shownLines}
                    onShow={props.onShow}
                  />
                ))}
              </ul>
            </div>
          )
        );
      })}
    </Section>
  );
};

import { Button, Group } from '@mantine/core';
import { groupBy } from '#core/kernel/group-by.ts';
import type { PreviewItem } from '#features/plan-import/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { UnmappedMark } from '#web/widgets/plan-item/AgencyNames.tsx';
import { planItemMessages } from '#web/widgets/plan-item/messages.ts';
import { nameField, reviewFieldWords } from '#web/widgets/plan-item/review-field-words.ts';
import { Differences } from '#features/plan-import/web/Differences.tsx';
import { CorrectionForm } from './CorrectionForm.tsx';
import { reviewMessages, type ReviewWords } from './messages.ts';
import { RejectForm } from './RejectForm.tsx';
import type { ReviewCommand } from './review-keys.ts';
import type { ReviewActions, ReviewMode } from './review-actions.ts';
import classes from './review.module.css';
import { LikenessChoice } from './LikenessChoice.tsx';
import { SplitForm } from './SplitForm.tsx';

interface ItemPanelProps {
  readonly item: PreviewItem;
  /** Name of the item that it would be merged with. */
  readonly above: string | null;
  readonly mode: ReviewMode;
  readonly actions: ReviewActions;
}

/** The chosen item: why it needs a look, what was read, what the registers have, and what can be done. */
export const ItemPanel = ({ item, above, mode, actions }: ItemPanelProps) => {
  const words = useMessages(reviewMessages);
  return (
    <div className={classes.panel}>
      {item.doubts.length > 0 && (
        <p className={classes.doubts}>
          {words.doubtsTitle} {item.doubts.map((doubt) => words.doubts[doubt]).join('; ')}.
        </p>
      )}
      {item.quote !== '' && (
        <blockquote className={classes.quote} aria-label={words.quote}>
          {item.quote}
        </blockquote>
      )}
      {mode === 'correct' ? null : <ReadFacts item={item} />}
      {item.match === 'differs' && <Differences item={item} />}
      <LikenessChoice item={item} actions={actions} />
      <Doing item={item} above={above} mode={mode} actions={actions} />
    </div>
  );
};

const Doing = ({ item, above, mode, actions }: ItemPanelProps) => {
  const id = item.readingId;
  switch (mode) {
    case 'correct':
      return (
        <CorrectionForm
          item={item}
          onCancel={actions.leave}
          onSave={(changes) => {
            actions.correct(id, changes);
          }}
        />
      );
    case 'split':
      return (
        <SplitForm
          item={item}
          onCancel={actions.leave}
          onSplit={(at) => {
            actions.split(id, at);
          }}
        />
      );
    case 'reject':
      return (
        <RejectForm
          onCancel={actions.leave}
          onReject={(reason) => {
            actions.reject(id, reason);
          }}
        />
      );
    case 'look':
      return <Buttons item={item} above={above} actions={actions} />;
  }
};

const printField = (field: string, text: string, words: ReviewWords): string => {
  if (field === 'comparator') return words.comparators[text as keyof ReviewWords['comparators']];
  if (field === 'frequency') return words.frequencies[text as keyof ReviewWords['frequencies']];
  return text;
};

const ReadFacts = ({ item }: Pick<ItemPanelProps, 'item'>) => {
  const words = useMessages(reviewMessages);
  const labels = useMessages(reviewFieldWords);
  const format = useFormat();
  const itemWords = useMessages(planItemMessages);
  const { review, agencies } = item;
  const corrected = review.correctedFields.map((field) => nameField(field, labels));
  const shown = review.fields.filter(
    ({ field, text }) => text !== '' && !['name', 'lead', 'coordinating'].includes(field),
  );
  return (
    <>
      <dl className={classes.facts}>
        {shown.map(({ field, text }) => (
          <div key={field}>
            <dt>{labels[field]}</dt>
            <dd>{printField(field, text, words)}</dd>
          </div>
        ))}
        {[...groupBy(agencies, ({ role }) => role)].map(([role, named]) => (
          <div key={role}>
            <dt>{itemWords.roles[role]}</dt>
            {named.map(({ name, nameAsWritten, organizationCode }) => (
              <dd key={nameAsWritten}>
                {name}
                {organizationCode === null && <UnmappedMark />}
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {corrected.length > 0 && (
        <p className={classes.quiet}>{words.correctedFields(format.list(corrected))}</p>
      )}
      {review.merged.length > 0 && (
        <p className={classes.quiet}>{words.merged(format.number(review.merged.length))}</p>
      )}
      {review.reason !== null && <p className={classes.quiet}>{words.rejectedFor(review.reason)}</p>}
    </>
  );
};

const BUTTONS = [
  ['accept', 'A'],
  ['correct', 'E'],
  ['merge', 'M'],
  ['split', 'S'],
  ['reject', 'X'],
] as const satisfies readonly (readonly [ReviewCommand, string])[];

const Buttons = ({ item, above, actions }: Omit<ItemPanelProps, 'mode'>) => {
  const words = useMessages(reviewMessages);
  const possible = BUTTONS.filter(([command]) => command !== 'merge' || above !== null);
  return (
    <>
      {above !== null && <p className={classes.above}>{words.above(above)}</p>}
      <Group gap="xs" className={classes.doing}>
        {possible.map(([command, key]) => (
          <Button
            key={command}
            size="xs"
            variant={command === 'accept' ? 'filled' : 'default'}
            rightSection={
              <kbd aria-hidden="true" className={classes.key}>
                {key}
              </kbd>
            }
            onClick={() => {
              actions.run(command, item.readingId);
            }}
          >
            {words.actions[command]}
          </Button>
        ))}
        {item.match === 'differs' && (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              actions.run('accept-replacing', item.readingId);
            }}
          >
            {words.actions['accept-replacing']}
          </Button>
        )}
      </Group>
    </>
  );
};

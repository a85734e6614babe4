import { saysSomething } from '#core/kernel/text.ts';
import { Button, Radio, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { v7 as newId } from 'uuid';
import { SUM_DECISIONS, type SumDecision } from '#core/submission/sum-decision.ts';
import { decideSum, type SumStanding } from '#features/collection/follow-up-contract.ts';
import { focusAtOnce } from '#features/collection/web/focus-at-once.ts';
import { call } from '#web/api/call.ts';
import { useFormat, useLocale, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { describeValue } from '#web/widgets/index-score/value-words.ts';
import { roundMessages } from './messages.ts';
import { COLLECTION_KEY } from './queries.ts';
import styles from './rounds.module.css';

interface SumDecisionFormProps {
  readonly roundId: string;
  readonly sum: SumStanding;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** What becomes of a sum that lacks parts, with the reason. */
export const SumDecisionForm = ({ roundId, sum, onClose, onSaved }: SumDecisionFormProps) => {
  const { sums, round } = useMessages(roundMessages);
  const words = sums.form;
  const format = useFormat();
  const { locale } = useLocale();
  const pick = usePickText();
  const queries = useQueryClient();
  const isWritable = sum.sum.state === 'value';
  const [decision, setDecision] = useState<SumDecision>(isWritable ? 'write' : 'leave');
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const [writeId] = useState(() => newId());
  const saving = useMutation({
    mutationFn: () =>
      call(decideSum, {
        params: { id: roundId },
        body: { item: sum.item.code, decision, reason: reason.trim(), writeId },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: COLLECTION_KEY });
      onSaved();
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setChecked(true);
    if (reason.trim() !== '') saving.mutate();
  };
  const title = words.title(pick(sum.item.name));
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={title}>
      <strong>{title}</strong>
      {saving.error && <ErrorState error={saving.error} />}
      <Radio.Group
        label={words.choice}
        value={decision}
        onChange={(chosen) => {
          const known = SUM_DECISIONS.find((one) => one === chosen);
          if (known) setDecision(known);
        }}
      >
        <Radio
          value="write"
          disabled={!isWritable}
          label={words.write(
            describeValue(sum.item, sum.sum, locale),
            format.number(sum.accepted),
            format.number(sum.asked),
          )}
        />
        <Radio value="leave" label={words.leave} />
      </Radio.Group>
      <Textarea
        ref={focusAtOnce}
        label={words.reason}
        rows={2}
        maxLength={1000}
        value={reason}
        error={isChecked && !saysSomething(reason) ? words.reasonMissing : null}
        onChange={(event) => {
          setReason(event.currentTarget.value);
        }}
      />
      <div className={styles.buttons}>
        <Button type="submit" loading={saving.isPending}>
          {words.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {round.dismiss}
        </Button>
      </div>
    </form>
  );
};

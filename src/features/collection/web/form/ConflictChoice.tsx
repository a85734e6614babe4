import { Button } from '@mantine/core';
import { BLANK } from '#core/scoring/data-value.ts';
import { describeValue } from '#web/widgets/index-score/value-words.ts';
import type { FormRow } from './check-form.ts';
import { useOpenForm } from './form-context.ts';
import styles from './Form.module.css';

/** Two people entered the same figure: shows both, and lets choose. */
export const ConflictChoice = ({ row }: { readonly row: FormRow }) => {
  const { saver, language } = useOpenForm();
  const { words, locale } = language;
  const { entry, source, key } = row;
  const { answer, item } = source;
  if (!entry) return null;
  const version = answer?.version ?? 0;
  const decide = (choice: 'mine' | 'theirs') => () => {
    saver.decideConflict(key, choice, version);
  };
  const by = answer?.changedBy ?? words.conflict.somebody;
  return (
    <div role="group" aria-label={words.conflict.title} className={styles.conflict}>
      <strong>{words.conflict.title}</strong>
      <p>{words.conflict.theirs(describeValue(item, answer?.value ?? BLANK, locale), by)}</p>
      <p>{words.conflict.mine(entry.typed === '' ? words.conflict.blank : entry.typed)}</p>
      <div className={styles.buttons}>
        <Button size="compact-sm" variant="default" onClick={decide('theirs')}>
          {words.conflict.takeTheirs}
        </Button>
        <Button size="compact-sm" variant="default" onClick={decide('mine')}>
          {words.conflict.takeMine}
        </Button>
      </div>
    </div>
  );
};

import { usePickText } from '#web/i18n/locale.tsx';
import { describeValue } from '#web/widgets/index-score/value-words.ts';
import type { FormRow } from './check-form.ts';
import { enterValue } from './enter-answer.ts';
import { useOpenForm } from './form-context.ts';
import styles from './Form.module.css';

/** The figure of the period before with where it comes from, to be taken over by one click. */
export const PreviousCell = ({ row }: { readonly row: FormRow }) => {
  const { form, saver, cellLanguage, language } = useOpenForm();
  const { words, format, locale } = language;
  const pick = usePickText();
  const { item, previous } = row.source;
  if (!previous) return <span className={styles.quiet}>{words.noPrevious}</span>;
  const shown = describeValue(item, previous.value, locale);
  return (
    <span className={styles.previous}>
      <span>
        {shown}
        <span className={styles.source}>
          {words.sources[previous.source](format.period(previous.period))}
        </span>
      </span>
      {form.mayWrite && (
        <button
          type="button"
          className={styles.take}
          aria-label={words.takeOf(pick(item.name), shown)}
          onClick={() => {
            saver.enter([enterValue(row, previous.value, cellLanguage)]);
            saver.sendNow();
          }}
        >
          {words.take}
        </button>
      )}
    </span>
  );
};

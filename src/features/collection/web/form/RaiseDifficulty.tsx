import { Link } from '@tanstack/react-router';
import { usePickText } from '#web/i18n/locale.tsx';
import type { FormRow } from './check-form.ts';
import { useOpenForm } from './form-context.ts';
import styles from './Form.module.css';

/** The way to say what hinders a figure or a task, chosen already: a task's difficulty is told where the task stands. */
export const RaiseDifficulty = ({ row: { source } }: { readonly row: FormRow }) => {
  const { form, language, mayRaise } = useOpenForm();
  const { words } = language;
  const name = usePickText()(source.item.name);
  if (!mayRaise) return null;
  const search = source.task ? { 'nhiem-vu': source.task.id } : { 'bao-cao': form.id, muc: source.item.code };
  return (
    <Link
      to="/kho-khan/moi"
      search={search}
      className={styles.source}
      aria-label={words.raiseOf(words.raise, name)}
    >
      {words.raise}
    </Link>
  );
};

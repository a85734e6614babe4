import { ChevronDown, ChevronRight } from 'lucide-react';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { registerMessages } from './messages.ts';
import classes from './register-table.module.css';
import type { GroupLine } from './register.ts';

interface GroupToggleProps {
  readonly line: GroupLine;
  readonly onToggle: (key: string) => void;
  /** Where the keyboard finds it. */
  readonly place?: { readonly 'data-column': number; readonly tabIndex: number };
}

/** The head of a group with its count; it folds and unfolds the rows below it. */
export const GroupToggle = ({ line, onToggle, place }: GroupToggleProps) => {
  const messages = useMessages(registerMessages);
  const format = useFormat();
  const Arrow = line.open ? ChevronDown : ChevronRight;
  return (
    <button
      type="button"
      className={classes.groupToggle}
      aria-expanded={line.open}
      {...place}
      onClick={() => {
        onToggle(line.key);
      }}
    >
      <Arrow aria-hidden size={15} />
      <span>{line.label === '' ? messages.noAnswer : line.label}</span>
      <span className={classes.groupCount}>{messages.groupCount(format.number(line.count))}</span>
    </button>
  );
};

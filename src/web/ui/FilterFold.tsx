import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import styles from './FilterFold.module.css';

// On a phone the choices would fill the screen before the first row.
const WIDE = '(min-width: 48em)';

interface FilterFoldProps {
  readonly title: string;
  readonly clearLabel: string;
  /** Whether a choice has been made: then they stand open, and can be taken back. */
  readonly isFiltered: boolean;
  readonly onClear: () => void;
  readonly children: ReactNode;
}

/** What a list is narrowed down by: folded on a phone until a choice is made. */
export const FilterFold = ({ title, clearLabel, isFiltered, onClear, children }: FilterFoldProps) => (
  <details
    className={styles.fold}
    data-filtered={isFiltered || undefined}
    open={isFiltered || window.matchMedia(WIDE).matches}
  >
    <summary>{title}</summary>
    <form
      role="search"
      aria-label={title}
      className={styles.filters}
      onSubmit={(event) => {
        event.preventDefault();
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      }}
    >
      {children}
      {isFiltered && (
        <Button variant="default" onClick={onClear}>
          {clearLabel}
        </Button>
      )}
    </form>
  </details>
);

const LONGEST = 200;

interface FilterWordsProps {
  readonly label: string;
  /** The words that are looked for now; give the component a key by them, so that it follows the address. */
  readonly words: string | undefined;
  /** Told when the field is left or Enter is pressed; undefined when it was emptied. */
  readonly onChange: (words: string | undefined) => void;
}

/** The words that rows must have. */
export const FilterWords = ({ label, words, onChange }: FilterWordsProps) => {
  const [text, setText] = useState(words ?? '');
  return (
    <TextInput
      label={label}
      value={text}
      maxLength={LONGEST}
      onChange={(event) => {
        setText(event.currentTarget.value);
      }}
      onBlur={() => {
        onChange(text.trim() === '' ? undefined : text.trim());
      }}
    />
  );
};

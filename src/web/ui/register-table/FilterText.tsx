import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '#web/i18n/locale.tsx';
import { registerMessages } from './messages.ts';
import classes from './register-table.module.css';

const REST_MILLISECONDS = 200;

interface FilterTextProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** Free text that reaches the address when the keyboard rests; a change from outside (Back, "clear") shows at once. */
export const FilterText = ({ text, onChange }: FilterTextProps) => {
  const messages = useMessages(registerMessages);
  const [draft, setDraft] = useState(text);
  const [seen, setSeen] = useState(text);
  const [sent, setSent] = useState(text);
  if (text !== seen) {
    setSeen(text);
    if (text !== sent) setDraft(text);
  }
  const send = useDebouncedCallback((next: string) => {
    setSent(next);
    onChange(next);
  }, REST_MILLISECONDS);
  const change = (next: string): void => {
    setDraft(next);
    send(next);
  };
  return (
    <TextInput
      size="xs"
      type="search"
      className={classes.filterText}
      label={messages.filterText}
      placeholder={messages.filterTextHint}
      value={draft}
      leftSection={<Search aria-hidden size={14} />}
      rightSection={
        draft !== '' && (
          <CloseButton
            size="sm"
            aria-label={messages.clearValue(messages.filterText)}
            onClick={() => {
              change('');
            }}
          />
        )
      }
      onChange={(event) => {
        change(event.currentTarget.value);
      }}
    />
  );
};

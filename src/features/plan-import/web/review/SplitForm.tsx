import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { splitTextOf } from '#core/plan-review/split-item.ts';
import type { PreviewItem } from '#features/plan-import/contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { reviewMessages } from './messages.ts';
import classes from './review.module.css';
import { useFocusFirst } from './use-focus-first.ts';

interface Word {
  readonly text: string;
  readonly at: number;
}

const listWords = (text: string): readonly Word[] =>
  [...text.matchAll(/\S+/gu)].map((match) => ({ text: match[0], at: match.index }));

interface SplitFormProps {
  readonly item: PreviewItem;
  readonly onSplit: (at: number) => void;
  readonly onCancel: () => void;
}

/** The sentence of an item with a cut that moves word by word: by arrow keys, by the slider, or by a tap on a word. */
export const SplitForm = ({ item, onSplit, onCancel }: SplitFormProps) => {
  const words = useMessages(reviewMessages);
  const form = useFocusFirst();
  const { splitting } = words;
  const parts = listWords(splitTextOf({ name: item.name, quote: item.quote === '' ? null : item.quote }));
  const [cut, setCut] = useState(Math.max(1, Math.floor(parts.length / 2)));
  const first = parts[cut];
  const split = (): void => {
    if (first) onSplit(first.at);
  };
  return (
    <form
      ref={form}
      className={classes.form}
      aria-label={splitting.title}
      onSubmit={(event) => {
        event.preventDefault();
        split();
      }}
    >
      <p className={classes.sentence}>
        {parts.map((word, index) => (
          // The slider does the same for keys and screen readers.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
          <span
            key={word.at}
            data-after={index >= cut || undefined}
            data-cut={index === cut || undefined}
            onClick={() => {
              setCut(Math.max(1, index));
            }}
          >
            {word.text}{' '}
          </span>
        ))}
      </p>
      <input
        type="range"
        className={classes.slider}
        aria-label={splitting.label}
        aria-valuetext={splitting.cut(parts[cut - 1]?.text ?? '', first?.text ?? '')}
        min={1}
        max={Math.max(1, parts.length - 1)}
        value={cut}
        onChange={(event) => {
          setCut(Number(event.currentTarget.value));
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
          if (event.key === 'Enter') split();
        }}
      />
      <p className={classes.quiet}>{splitting.help}</p>
      <Group gap="xs">
        <Button type="submit" size="xs">
          {splitting.save}
        </Button>
        <Button variant="default" size="xs" onClick={onCancel}>
          {words.form.cancel}
        </Button>
      </Group>
    </form>
  );
};

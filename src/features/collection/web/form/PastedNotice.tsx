import { CloseButton } from '@mantine/core';
import { usePickText } from '#web/i18n/locale.tsx';
import { useOpenForm } from './form-context.ts';
import styles from './Form.module.css';
import type { Pasted } from './use-grid.ts';

interface PastedNoticeProps {
  readonly pasted: Pasted;
  readonly onClose: () => void;
}

/** Says how much of a pasted block found its place, and names what did not. */
export const PastedNotice = ({ pasted, onClose }: PastedNoticeProps) => {
  const { words, format } = useOpenForm().language;
  const pick = usePickText();
  const { cells, leftOver, refused } = pasted;
  const failed = leftOver.length + refused.length;
  const count = format.number(cells);
  return (
    <div className={styles.pasted}>
      <div>
        <p>{failed === 0 ? words.pasted.all(count) : words.pasted.some(count, format.number(failed))}</p>
        <ul>
          {refused.map(({ row, text }) => (
            <li key={row.key}>{words.pasted.refused(pick(row.source.item.name), text)}</li>
          ))}
          {leftOver.map(({ line, column, text }) => (
            <li key={`${String(line)}/${String(column)}`}>
              {words.pasted.leftOver(String(line), String(column), text)}
            </li>
          ))}
        </ul>
      </div>
      <CloseButton aria-label={words.pasted.close} onClick={onClose} />
    </div>
  );
};

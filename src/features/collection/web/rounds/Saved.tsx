import { useEffect, useRef } from 'react';
import styles from './rounds.module.css';

/** Says what was done, to the eye and to a screen reader, and takes the focus that the closed form had. */
export const Saved = ({ sentence }: { readonly sentence: string | null }) => {
  const notice = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (sentence !== null) notice.current?.focus();
  }, [sentence]);
  return sentence === null ? null : (
    <p ref={notice} role="status" tabIndex={-1} className={styles.saved}>
      {sentence}
    </p>
  );
};

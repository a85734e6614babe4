import { useClickOutside } from '@mantine/hooks';
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import styles from './Dialog.module.css';

interface DialogProps {
  /** What a screen reader calls it. */
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A window above the page, of the browser's own kind: it is there and has the focus before the next key is pressed,
 * keeps the focus inside, closes by Esc or a click beside it, and gives the focus back.
 */
export const Dialog = ({ label, onClose, children }: DialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const content = useClickOutside<HTMLDivElement>(onClose);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => {
      shown?.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-label={label}
      className={styles.dialog}
      onClose={(event) => {
        if (!event.currentTarget.open) onClose();
      }}
    >
      <div ref={content}>{children}</div>
    </dialog>
  );
};

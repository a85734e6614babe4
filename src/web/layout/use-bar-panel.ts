import { useClickOutside, useWindowEvent } from '@mantine/hooks';
import { useId, useRef, useState } from 'react';

const LEAVING = ['mousedown', 'touchstart', 'focusin'];

/**
 * A panel that a button of the top bar opens: it closes by Esc, which gives the focus back to the button, and when
 * somebody clicks beside it or moves the focus away.
 */
export const useBarPanel = () => {
  const [isOpen, setOpen] = useState(false);
  const panelId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
  };
  const toggle = (): void => {
    setOpen(!isOpen);
  };
  const box = useClickOutside<HTMLDivElement>(close, LEAVING);
  useWindowEvent('keydown', ({ key }) => {
    if (key !== 'Escape' || !isOpen) return;
    close();
    button.current?.focus();
  });
  const buttonProps = {
    ...{ ref: button, onClick: toggle },
    ...{ 'aria-expanded': isOpen, 'aria-controls': isOpen ? panelId : undefined },
  };
  return { box, isOpen, panelId, close, buttonProps };
};

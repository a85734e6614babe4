import { useLayoutEffect, useRef, type RefObject } from 'react';

/** Gives the first field of a form that has just been opened the focus, before the next key is pressed. */
export const useFocusFirst = (): RefObject<HTMLFormElement | null> => {
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('input, textarea, select');
    first?.focus();
    if (first instanceof HTMLTextAreaElement) first.setSelectionRange(0, 0);
  }, []);
  return form;
};

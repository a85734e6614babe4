import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** From the button of a row (`[data-row]`), moves the focus among those of its list (`[data-rows]`): arrow keys or j and k, Home, End. */
export const walkRows = (event: KeyboardEvent<HTMLButtonElement>): void => {
  const { key, currentTarget } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const list = currentTarget.closest('[data-rows]');
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const at = rows.indexOf(currentTarget);
  const step = STEPS[key];
  const wanted = key === 'Home' ? rows[0] : key === 'End' ? rows.at(-1) : step && rows[at + step];
  if (!wanted) return;
  event.preventDefault();
  wanted.focus();
};

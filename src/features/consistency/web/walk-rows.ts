import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** Moves the focus between rows (`[data-row]`) by arrow keys or j and k, to the ends by Home and End. */
export const walkRows = (event: KeyboardEvent<HTMLElement>): void => {
  const { target, key, currentTarget } = event;
  if (!(target instanceof HTMLElement) || target.dataset.row === undefined) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const rows = [...currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.indexOf(target);
  const step = STEPS[key];
  const wanted = key === 'Home' ? rows[0] : key === 'End' ? rows.at(-1) : step && rows[at + step];
  if (!wanted) return;
  event.preventDefault();
  wanted.focus();
};

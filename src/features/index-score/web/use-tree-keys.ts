import type { KeyboardEvent } from 'react';

export type RowKeys = (event: KeyboardEvent<HTMLElement>) => void;

const STEPS: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowDown: (index, last) => Math.min(index + 1, last),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * Keys for a tree of rows that each hold a link marked `data-row-link`: up, down, home and end move between them,
 * left and right fold and unfold the group of the focused row.
 */
export const useTreeKeys =
  (setFold: (code: string, isFolded: boolean) => void): RowKeys =>
  (event) => {
    const { currentTarget, key } = event;
    const row = currentTarget.closest('tr');
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = STEPS[key];
    if (step) {
      const links = [...(row.parentElement?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])];
      const index = links.findIndex((link) => row.contains(link));
      links[step(index, links.length - 1)]?.focus();
      event.preventDefault();
      return;
    }
    const { code, kind } = row.dataset;
    if ((key === 'ArrowLeft' || key === 'ArrowRight') && kind === 'group' && code !== undefined) {
      setFold(code, key === 'ArrowLeft');
      event.preventDefault();
    }
  };

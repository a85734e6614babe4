/** Puts the cursor where a figure is mended: its explanation where that is what lacks, else its cell. */
export const focusRow = (key: string, part: 'value' | 'explanation'): void => {
  const row = document.querySelector<HTMLElement>(`tr[data-key="${CSS.escape(key)}"]`);
  const explanation = part === 'explanation' ? row?.querySelector<HTMLElement>('textarea') : null;
  const cell = explanation ?? row?.querySelector<HTMLElement>('[data-column="0"]');
  cell?.scrollIntoView({ block: 'center' });
  cell?.focus({ preventScroll: true });
};

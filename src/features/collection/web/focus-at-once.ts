/** As a ref: gives the focus to what has just appeared because the person asked for it. */
export const focusAtOnce = (element: HTMLElement | null): void => {
  element?.focus();
};

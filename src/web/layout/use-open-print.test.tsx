import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '#web/test/render-page.tsx';
import { useOpenPrint } from './use-open-print.ts';

const Folded = () => {
  useOpenPrint();
  return (
    <>
      <details data-testid="closed">
        <summary>Bảng số liệu</summary>
      </details>
      <details data-testid="open" open>
        <summary>Ghi chú</summary>
      </details>
    </>
  );
};

it('opens on paper what is folded, and leaves the screen as it was', async () => {
  await renderPage(<Folded />);
  const states = () => ['closed', 'open'].map((name) => screen.getByTestId<HTMLDetailsElement>(name).open);
  window.dispatchEvent(new Event('beforeprint'));
  expect(states()).toEqual([true, true]);
  window.dispatchEvent(new Event('afterprint'));
  expect(states()).toEqual([false, true]);
});

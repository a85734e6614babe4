import { act, fireEvent, screen } from '@testing-library/react';
import { notifications } from '@mantine/notifications';
import { expect, it } from 'vitest';
import { renderPage } from '#web/test/render-page.tsx';
import { NotificationPlace } from './NotificationPlace.tsx';

it('shows what was announced before it had loaded', async () => {
  await renderPage(<NotificationPlace />);
  act(() => {
    notifications.show({ message: 'Đã lưu', autoClose: false });
  });
  expect(screen.queryByText('Đã lưu')).toBeNull();
  fireEvent.keyDown(window, { key: 'Enter' });
  expect(await screen.findByText('Đã lưu')).toBeDefined();
});

import { act, screen } from '@testing-library/react';
import { notifications } from '@mantine/notifications';
import { expect, it } from 'vitest';
import { renderPage } from '#web/test/render-page.tsx';
import NotificationArea from './NotificationArea.tsx';

it('names the button that closes a message, whoever shows it', async () => {
  await renderPage(<NotificationArea />);
  act(() => {
    notifications.show({ message: 'Đã lưu', autoClose: false });
  });
  expect(await screen.findByRole('button', { name: 'Đóng thông báo' })).toBeDefined();
});

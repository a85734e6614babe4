import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { ProblemError } from '#web/api/problem-error.ts';
import { renderPage } from '#web/test/render-page.tsx';
import { vi as words } from './messages.vi.ts';
import type { Credentials } from './session.ts';
import { SignInForm } from './SignInForm.tsx';

const Form = ({ onSubmit, error }: { onSubmit: (credentials: Credentials) => void; error?: unknown }) => {
  const [credentials, setCredentials] = useState<Credentials>({ username: '', password: '' });
  return (
    <SignInForm
      credentials={credentials}
      onChange={setCredentials}
      onSubmit={onSubmit}
      isPending={false}
      error={error}
    />
  );
};

const submit = () => {
  fireEvent.click(screen.getByRole('button', { name: words.signIn }));
};

describe('signing in', () => {
  it('says at its field what is missing and puts the cursor there', async () => {
    const onSubmit = vi.fn();
    await renderPage(<Form onSubmit={onSubmit} />);
    submit();
    expect(screen.getByText(words.usernameMissing)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText(words.username));
    fireEvent.change(screen.getByLabelText(words.username), { target: { value: 'dieu-phoi' } });
    submit();
    expect(document.activeElement).toBe(screen.getByLabelText(words.password));
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('sends the user name without stray spaces and the password as typed', async () => {
    const onSubmit = vi.fn();
    await renderPage(<Form onSubmit={onSubmit} />);
    fireEvent.change(screen.getByLabelText(words.username), { target: { value: ' dieu-phoi ' } });
    fireEvent.change(screen.getByLabelText(words.password), { target: { value: ' có dấu ' } });
    submit();
    expect(onSubmit).toHaveBeenCalledWith({ username: 'dieu-phoi', password: ' có dấu ' });
  });

  it('says what is wrong and how to mend it', async () => {
    await renderPage(<Form onSubmit={vi.fn()} error={new ProblemError('session.invalid-credentials', {})} />);
    expect(screen.getByRole('alert').textContent).toContain('Tên đăng nhập hoặc mật khẩu không đúng.');
  });

  it('asks for the one-time code when the account has one, without calling that an error', async () => {
    const onSubmit = vi.fn();
    await renderPage(<Form onSubmit={onSubmit} error={new ProblemError('session.code-required', {})} />);
    expect(screen.queryByRole('alert')).toBeNull();
    const code = screen.getByLabelText(words.code);
    expect(document.activeElement).toBe(code);
    fireEvent.change(screen.getByLabelText(words.username), { target: { value: 'dieu-phoi' } });
    fireEvent.change(screen.getByLabelText(words.password), { target: { value: 'x' } });
    submit();
    expect(onSubmit).not.toHaveBeenCalled();
    fireEvent.change(code, { target: { value: '123 456' } });
    submit();
    expect(onSubmit).toHaveBeenCalledWith({ username: 'dieu-phoi', password: 'x', code: '123 456' });
  });
});

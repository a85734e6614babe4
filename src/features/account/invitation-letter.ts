import { type LetterPart, type LetterSection, writeLetter } from '#server/mail/letter.ts';
import type { Mail } from '#server/mail/mailer.ts';
import { buildFormat } from '#web/i18n/format.ts';
import { INVITATION_PAGE } from './administration-contract.ts';

/** What a letter of invitation says. */
export interface InvitationLetter {
  readonly email: string;
  readonly displayName: string;
  readonly username: string;
  /** One-time code. */
  readonly code: string;
  /** Instant, ISO 8601. */
  readonly expiresAt: string;
}

const text = (sentence: string): LetterPart => ({ kind: 'text', text: sentence });

const vietnamese = (
  { displayName, username, expiresAt }: InvitationLetter,
  link: LetterPart,
): LetterSection => ({
  language: 'vi',
  parts: [
    text(`Kính gửi ${displayName},`),
    text(
      'Quản trị hệ thống Sen Số mời ông/bà dùng hệ thống. Mở địa chỉ sau và chọn mật khẩu của riêng mình:',
    ),
    link,
    {
      kind: 'facts',
      facts: [
        ['Tên đăng nhập', username],
        ['Dùng được đến', buildFormat('vi').instant(expiresAt)],
      ],
    },
    text(
      'Địa chỉ này dùng một lần. Không chuyển thư này cho người khác. Nếu không chờ lời mời này, xin báo quản trị hệ thống.',
    ),
  ],
});

const english = (
  { displayName, username, expiresAt }: InvitationLetter,
  link: LetterPart,
): LetterSection => ({
  language: 'en',
  parts: [
    text(`Dear ${displayName},`),
    text(
      'The administrator of Sen Số invites you to use the system. Open this address and choose a password of your own:',
    ),
    link,
    {
      kind: 'facts',
      facts: [
        ['Username', username],
        ['Can be used until', buildFormat('en').instant(expiresAt)],
      ],
    },
    text(
      'The address works once. Do not pass this letter on. If you do not expect it, please tell the administrator.',
    ),
  ],
});

/** Writes the letter with which a person chooses a password. The code stands behind `#`, which comes into no log on the way. */
export const writeInvitation = (invitation: InvitationLetter, publicUrl: string): Mail => {
  const link: LetterPart = {
    kind: 'link',
    address: `${publicUrl}${INVITATION_PAGE}#${encodeURIComponent(invitation.code)}`,
  };
  const subject = 'Lời mời dùng hệ thống Sen Số';
  return writeLetter({ to: invitation.email, subject }, [
    vietnamese(invitation, link),
    english(invitation, link),
  ]);
};

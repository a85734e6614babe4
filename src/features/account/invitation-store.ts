import type { Tx } from '#server/db/database.ts';
import { ACCOUNT_COLUMNS, type AccountRow } from './store.ts';

export interface NewInvitation {
  readonly invitationId: string;
  readonly accountId: string;
  readonly codeHash: string;
  /** Instants, ISO 8601. */
  readonly invitedAt: string;
  readonly expiresAt: string;
  readonly by: string;
}

/** Takes back what an account was invited with before. */
export const revokeInvitations = async (tx: Tx, accountId: string, at: string): Promise<void> => {
  await tx
    .updateTable('account_invitation')
    .set({ revoked_at: at })
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
};

export const insertInvitation = async (tx: Tx, invitation: NewInvitation): Promise<void> => {
  await tx
    .insertInto('account_invitation')
    .values({
      invitation_id: invitation.invitationId,
      account_id: invitation.accountId,
      code_hash: invitation.codeHash,
      invited_at: invitation.invitedAt,
      invited_by: invitation.by,
      expires_at: invitation.expiresAt,
    })
    .execute();
};

export interface OpenInvitation {
  readonly invitationId: string;
  readonly expiresAt: string;
  readonly account: AccountRow;
}

/** Finds an invitation that can still be used, by the hash of its code, and keeps it until the transaction ends. */
export const lockInvitation = async (
  tx: Tx,
  codeHash: string,
  now: string,
): Promise<OpenInvitation | undefined> => {
  const row = await tx
    .selectFrom('account_invitation as invitation')
    .innerJoin('account', 'account.account_id', 'invitation.account_id')
    .select([
      ...ACCOUNT_COLUMNS,
      'invitation.invitation_id as invitationId',
      'invitation.expires_at as expiresAt',
    ])
    .where('invitation.code_hash', '=', codeHash)
    .where('invitation.used_at', 'is', null)
    .where('invitation.revoked_at', 'is', null)
    .where('invitation.expires_at', '>', now)
    .where('account.is_disabled', '=', false)
    .forUpdate('invitation')
    .executeTakeFirst();
  if (!row) return undefined;
  const { invitationId, expiresAt, ...account } = row;
  return { invitationId, expiresAt, account };
};

export const markInvitationUsed = async (tx: Tx, invitationId: string, at: string): Promise<void> => {
  await tx
    .updateTable('account_invitation')
    .set({ used_at: at })
    .where('invitation_id', '=', invitationId)
    .execute();
};

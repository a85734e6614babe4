import type { ProblemCode } from '#web/api/problem-error.ts';
import { countOf } from './plural.ts';
import type { ProblemSentences } from './problem-sentences.ts';

const WEAKNESSES: Readonly<Record<string, string>> = {
  'too-short': 'Use at least 12 characters; a short sentence is best.',
  common: 'Many people use this password, or it was leaked. Choose another sentence.',
  repeats: 'Do not repeat a few characters.',
  'contains-name': 'Do not use the user name, your name or the agency’s name as password.',
  unchanged: 'Choose another password than the present one.',
};

const SINGLE_SIGN_ON: Readonly<Record<string, string>> = {
  unreachable: 'The provider can not be reached. Wait a few minutes and try again.',
  'unknown-account': 'There is no account for this person yet. Ask an administrator.',
  disabled: 'The account is disabled. Ask an administrator.',
};

/** Sentences about accounts, sessions, reporting rounds and submissions. */
export const problemsOfPeople = {
  'mail.not-configured': {
    what: 'The system is not connected to a mail server.',
    mend: 'Print the invitations, or ask the operator to set SENSO_SMTP_URL.',
  },
  'session.required': { what: 'Your session has ended.', mend: 'Sign in again to go on.' },
  'session.invalid-credentials': {
    what: 'The user name or the password is wrong.',
    mend: 'Check capital letters and the Vietnamese keyboard, then enter them again.',
  },
  'session.too-many-attempts': {
    what: 'Too many failed attempts to sign in.',
    mend: 'Wait a few minutes and try again, or ask the administrator.',
  },
  'session.code-required': {
    what: 'A one-time code is needed too.',
    mend: 'Enter the 6 digits of your authenticator, or a recovery code.',
  },
  'session.wrong-code': {
    what: 'The code is wrong or was used before.',
    mend: 'Wait for the next code and enter it. Without your telephone use a recovery code, or ask an administrator.',
  },
  'session.step-required': {
    what: 'The account has one step to take first.',
    mend: 'Reload the page to change the password or set up the second factor.',
  },
  'session.no-role': {
    what: 'The account holds no role yet.',
    mend: 'Ask an administrator for a role.',
  },
  'single-sign-on.failed': {
    what: 'Single sign-on did not succeed.',
    mend: ({ reason }) => SINGLE_SIGN_ON[String(reason)] ?? 'Try again, or sign in with a password.',
  },
  'round.wrong-state': {
    what: 'The reporting round is no longer in a state that allows this.',
    mend: 'Reload the page to see its present state.',
  },
  'round.closed': {
    what: 'The reporting round is locked or not open yet.',
    mend: 'Ask the coordinator for an extension.',
  },
  'round.nobody-asked': {
    what: 'The reporting round asks nobody.',
    mend: 'Choose a framework with providers of figures, or at least one organization.',
  },
  'round.lock-before-due': {
    what: 'The lock day is before the due day.',
    mend: 'Choose a lock day on or after the due day.',
  },
  'submission.wrong-state': {
    what: 'The submission is no longer in a state that allows this.',
    mend: 'Somebody else has just acted. Reload the page to see the present state.',
  },
  'sum.nothing-to-decide': {
    what: ({ accepted, asked }) =>
      `This sum needs no decision: ${String(accepted)} of ${String(asked)} organizations are accepted.`,
    mend: 'A complete sum is written by itself; a sum without a single number can only be left blank.',
  },
  'sum.already-written': {
    what: 'This sum was written into the index already and cannot be left out any more.',
    mend: 'If the figure is of no use, correct it on the page of its indicator and give the reason.',
  },
  'submission.reason-required': { what: 'The reason is missing.', mend: 'State the reason and try again.' },
  'submission.incomplete': {
    what: ({ hard, unreasoned }) =>
      `The submission cannot be sent: ${countOf(String(hard), 'error')} to mend, ${countOf(String(unreasoned), 'point')} to explain.`,
    mend: 'Mend the errors and state reasons at the marked items.',
  },
  'submission.undecided': {
    what: ({ undecided, returned }) =>
      `It cannot be accepted: ${countOf(String(undecided), 'figure')} not appraised, ${String(returned)} returned.`,
    mend: 'Appraise all figures, or return the submission to the organization.',
  },
  'submission.same-appraiser': {
    what: 'The second appraisal must be another person’s.',
    mend: 'Ask another appraiser to accept the submission.',
  },
  'answer.not-asked': {
    what: ({ item }) => `The organization is not asked for item ${String(item)} in this round.`,
    mend: 'Reload the form to get the right list of items.',
  },
  'evidence.not-of-this-organization': {
    what: 'The evidence does not belong to this organization.',
    mend: 'Choose evidence that the organization has uploaded.',
  },
  'account.malformed-username': {
    what: 'The username does not have the right form.',
    mend: 'Use 2 to 63 of the letters a to z, digits, dots, hyphens or underscores, beginning with a letter or digit.',
  },
  'account.username-taken': { what: 'The user name is taken.', mend: 'Choose another one.' },
  'account.weak-password': {
    what: 'The password is too weak.',
    mend: ({ reason }) =>
      WEAKNESSES[String(reason)] ??
      'Use at least 12 characters, none of them names of people or agencies, nor common words.',
  },
  'account.organization-required': {
    what: 'This role means nothing without an organization.',
    mend: 'Choose the organization for which the person reports, signs or appraises.',
  },
  'account.wrong-password': {
    what: 'The present password is wrong.',
    mend: 'Enter the present password again.',
  },
  'account.last-administrator': {
    what: 'This is the last administrator who can sign in.',
    mend: 'Give the role to somebody else first.',
  },
  'account.not-delegable': {
    what: 'The role can not be lent like this.',
    mend: 'Lend a role of your own to a person of the same organization, from today on and no longer than you hold it.',
  },
  'account.second-factor-required': {
    what: 'A role of this account requires a second factor.',
    mend: 'To change the telephone, set up a new secret in place of the old one.',
  },
  'account.import-invalid': {
    what: ({ total }) => `The list is wrong at ${countOf(String(total), 'place')}.`,
    mend: 'Correct the cells named and send it again. Nothing was saved.',
  },
  'invitation.unusable': {
    what: 'The invitation code is wrong, used or expired.',
    mend: 'Ask an administrator for a new one.',
  },
  'evidence.archive-too-large': {
    what: 'The evidence of the whole round is too large for one zip archive.',
    mend: 'Choose one organization at a time.',
  },
  'backup.file-exists': {
    what: ({ path }) => `“${String(path)}” is there already.`,
    mend: 'Choose another name; a backup writes over no file.',
  },
  'backup.broken': {
    what: ({ entry }) => `The backup is damaged or was changed: ${String(entry)}.`,
    mend: 'Use another backup. Nothing was changed.',
  },
  'backup.newer': {
    what: ({ migration }) =>
      `The backup comes from a newer version: it has been through ${String(migration)}.`,
    mend: 'Install the version that made it, or a later one, and restore again. Nothing was changed.',
  },
  'restore.not-empty': {
    what: ({ table }) => `The database holds data already (table ${String(table)}).`,
    mend: 'Restore into a new SENSO_DATA_DIR or an empty database. Nothing was changed.',
  },
  'restore.in-use': {
    what: 'A system is running on this database.',
    mend: 'Stop it first, or restore elsewhere. Nothing was changed.',
  },
  'storage.full': {
    what: 'The disk of the server is full, so this was not saved.',
    mend: 'Ask the administrator to make room, and send it again. What was confirmed before is still there.',
  },
  'asset-entry.invalid': {
    what: 'What the entry says is not valid.',
    mend: 'Correct the marked fields and save again.',
  },
  'asset-entry.name-taken': {
    what: 'The organization has an entry of this name in the register.',
    mend: 'Open that entry to edit it, or choose another name.',
  },
  'asset-entry.retired': {
    what: 'This entry has been retired.',
    mend: 'Restore the entry before you edit it.',
  },
  'asset-register.import-invalid': {
    what: ({ total }) => `The file has ${countOf(String(total), 'fault')}.`,
    mend: 'Correct the cells named and send it again. Nothing was saved.',
  },
} as const satisfies Partial<Record<ProblemCode, ProblemSentences>>;

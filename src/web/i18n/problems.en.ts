import type { BoundaryFlaw } from '#core/geography/check-boundaries.ts';
import type { ProblemCode } from '#web/api/problem-error.ts';
import type { ProblemSentences } from './problem-sentences.ts';

const megabytes = (bytes: unknown): string =>
  typeof bytes === 'number' ? `${String(Math.round(bytes / 1_048_576))} MB` : 'the limit';

const longestText = ({ limitBytes, limitCharacters }: Readonly<Record<string, unknown>>): string =>
  typeof limitCharacters === 'number'
    ? `${limitCharacters.toLocaleString('en')} characters`
    : megabytes(limitBytes);

const MOST_LISTED = 10;

const UNREADABLE: Readonly<Record<string, string>> = {
  missing: 'there is no such file',
  folder: 'it is a folder',
  'not-allowed': 'it may not be read',
};

const whyUnreadable = (reason: unknown): string => UNREADABLE[String(reason)] ?? 'reading it failed';

const BOUNDARY_FLAWS: Readonly<Record<BoundaryFlaw, string>> = {
  'not-a-collection': 'the file must be a FeatureCollection with at least one feature',
  'too-many-positions': 'too many positions, simplify the boundaries',
  'no-code': 'the feature has no code',
  'not-a-polygon': 'it must be a Polygon or a MultiPolygon',
  'not-a-position': 'it is not a pair of longitude and latitude',
  'ring-too-short': 'a ring needs at least four positions',
  'ring-open': 'the ring is not closed',
  'ring-empty': 'the ring encloses no area',
  'ring-crosses-itself': 'the ring crosses itself',
  'far-from-centre':
    'the boundary lies far from the centre of its unit: a wrong code, or latitude before longitude',
};

const wordOf = (words: Readonly<Record<string, string>>, key: unknown): string =>
  words[String(key)] ?? 'not valid';

const listed = (codes: unknown): string => {
  const list = Array.isArray(codes) ? codes.map(String) : [];
  if (list.length === 0) return 'none';
  const more = list.length - MOST_LISTED;
  return more > 0 ? `${list.slice(0, MOST_LISTED).join(', ')} and ${String(more)} more` : list.join(', ');
};

const SAVE_AS_TEXT =
  'In Word: File → Save As → Plain Text (.txt), choose the encoding Unicode (UTF-8), then upload it again.';

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

/** What each refusal says and how to mend it. */
export const problems: Readonly<Record<ProblemCode, ProblemSentences>> = {
  'network.unreachable': {
    what: 'The server cannot be reached.',
    mend: 'Check the network, then choose “Try again”. What was saved before is still there.',
  },
  'request.invalid': {
    what: 'The request is not valid.',
    mend: 'Check the address or what you have just entered.',
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
  'request.too-large': { what: 'The request is too large.', mend: 'Send less at once.' },
  'request.too-many': { what: 'Requests arrive too fast.', mend: 'Wait a minute and try again.' },
  'request.cancelled': { what: 'The request was cancelled half-way.', mend: 'Send it again if needed.' },
  'request.foreign-origin': {
    what: 'The request came from another site and was refused.',
    mend: 'Open the system at its official address and try again.',
  },
  'access.denied': {
    what: 'This account may not do that.',
    mend: 'Ask the coordinating agency (Department of Science and Technology) if you need the right.',
  },
  'record.not-found': {
    what: 'This could not be found.',
    mend: 'The address may be wrong or the item replaced. Look for it with the search (Ctrl K).',
  },
  'edit.conflict': {
    what: 'Someone else has just changed this.',
    mend: 'Reload to see the latest version, then continue.',
  },
  'value.malformed': {
    what: 'The value does not have the right form.',
    mend: 'Enter a number with a decimal point, for example 57.6.',
  },
  'value.out-of-range': {
    what: 'The value lies outside the permitted range.',
    mend: 'Enter a value within the range of this data item.',
  },
  'value.numerator-exceeds-denominator': {
    what: 'The numerator is larger than the denominator.',
    mend: 'Check both figures: a part cannot be larger than the whole.',
  },
  'file.missing': {
    what: 'No file was chosen.',
    mend: 'Choose a file and send it again.',
  },
  'file.unreadable': {
    what: ({ path, reason }) => `“${String(path)}” could not be read: ${whyUnreadable(reason)}.`,
    mend: 'Check the path and the permission to read the file, then run again.',
  },
  'file.empty': { what: 'The file is empty.', mend: 'Choose another file.' },
  'file.too-large': {
    what: 'The file is too large.',
    mend: (details) => `Choose a file of at most ${longestText(details)}.`,
  },
  'file.broken': {
    what: 'The file is damaged or not of its kind.',
    mend: 'Open it with Excel or LibreOffice, save it as .xlsx, and send it again.',
  },
  'file.binary': {
    what: 'The file is not text.',
    mend: SAVE_AS_TEXT,
  },
  'file.unknown-encoding': {
    what: 'The character encoding of the file was not recognized.',
    mend: SAVE_AS_TEXT,
  },
  'file.unsupported-kind': {
    what: 'This kind of file cannot be read yet.',
    mend: ({ kinds }) => (Array.isArray(kinds) ? `Send a ${kinds.join(' or ')} file.` : SAVE_AS_TEXT),
  },
  'file.not-a-plan': {
    what: 'This document holds no targets, tasks or score tables.',
    mend: 'Check that it is the right plan. Nothing was stored.',
  },
  'file.too-complex': {
    what: 'The file is too large or too complex: reading it exceeded the limits.',
    mend: 'Leave out what is not needed or split it into smaller files, then send it again. Nothing was stored.',
  },
  'plan-import.already-accepted': {
    what: 'This import was accepted before.',
    mend: 'Open the document under Plans.',
  },
  'plan-import.discarded': {
    what: 'This import was discarded.',
    mend: 'Upload the file again if it is still needed.',
  },
  'plan-import.year-not-later': {
    what: ({ year }) => `Targets must be for a year after ${String(year)}, the year of the present figures.`,
    mend: 'Choose a later year and offer the plan again.',
  },
  'plan-import.unknown-item': {
    what: 'An item does not belong to this import.',
    mend: 'Reload the page to see the present list.',
  },
  'document.text-not-imported': {
    what: 'The full text of this document has not been imported.',
    mend: 'Import the file under “Import” to see quotes in the text.',
  },
  'organization.alias-taken': {
    what: 'This name already belongs to another agency.',
    mend: 'Choose the right agency, or remove the name from the other one first.',
  },
  'framework.not-draft': {
    what: 'This version is no draft and can’t be edited.',
    mend: 'Clone it into a new version and edit that draft.',
  },
  'framework.in-use': {
    what: 'This version has data or scores and is locked.',
    mend: 'Clone it into a new version and edit that draft.',
  },
  'framework.code-taken': {
    what: ({ code }) => `There is a framework with the code “${String(code)}” already.`,
    mend: 'Choose another code, or clone that framework into a new version.',
  },
  'framework.other-code': {
    what: 'Code or version in the content are not those of this draft.',
    mend: 'Keep code and version; to change them, clone.',
  },
  'framework.invalid': {
    what: 'The index framework holds an invalid rule.',
    mend: 'Ask the administrator to check the framework data.',
  },
  'index.not-assessed': {
    what: 'This framework does not score that unit or year.',
    mend: ({ field, assessmentYear, existedOn }) => {
      if (field === 'year') return `Choose ${String(assessmentYear)}, the year that the framework assesses.`;
      return existedOn === undefined
        ? 'Choose a unit of the kind that the framework assesses.'
        : 'This unit did not exist at the end of the assessed year; choose the one that succeeded it.';
    },
  },
  'score-snapshot.name-taken': {
    what: ({ name }) => `There is a snapshot named “${String(name)}” already.`,
    mend: 'Choose another name: each snapshot of a unit has a name of its own.',
  },
  'score-snapshot.different-frameworks': {
    what: 'The two snapshots belong to different frameworks, so they cannot be compared.',
    mend: 'Choose two snapshots of one framework.',
  },
  'score-snapshot.altered': {
    what: 'The snapshot is no longer as it was taken.',
    mend: 'Hold it against the signed print, tell the administrator, and take it again from the right data.',
  },
  'boundaries.not-json': {
    what: 'The file is not GeoJSON.',
    mend: 'Export the boundaries as GeoJSON (RFC 7946, longitude first, then latitude) and upload again.',
  },
  'boundaries.malformed': {
    what: ({ path, flaw }) =>
      `The boundaries are not valid at ${String(path)}: ${wordOf(BOUNDARY_FLAWS, flaw)}.`,
    mend: 'Mend that place in the file and upload again. Nothing was stored.',
  },
  'boundaries.codes-differ': {
    what: ({ missing, unknown, repeated }) =>
      `The codes in the file differ from the register: missing ${listed(missing)}; not registered: ${listed(unknown)}; repeated: ${listed(repeated)}.`,
    mend: 'Each present commune or ward needs exactly one boundary with its code (properties.code). Nothing was stored.',
  },
  'optimization.too-complex': {
    what: ({ limitSeconds }) => `No proven best plan was found within ${String(limitSeconds)} seconds.`,
    mend: 'Remove limits, leave more indicators as they are or ask for fewer plans, then compute again.',
  },
  'ranking.too-few-to-audit': {
    what: 'There are too few units or indicators to audit.',
    mend: 'An audit needs at least 5 units and 2 indicators with points. Enter more figures, or choose another ranking.',
  },
  'forecast.too-few-periods': {
    what: 'No data item has figures of two periods yet, so there is nothing to forecast from.',
    mend: 'Enter quarterly figures of at least one item, or wait for the next reporting period.',
  },
  'forecast.period-assessed': {
    what: ({ assessmentYear }) =>
      `The period lies in the year that was assessed (${String(assessmentYear)}) or before it, so nothing goes on from there.`,
    mend: 'Choose a quarter after the assessed year; figures of that year are corrected on the page of their indicator.',
  },
  'forecast.period-ahead': {
    what: ({ kind }) =>
      kind === 'final'
        ? 'The period is not over, so its figure can not be final yet.'
        : 'The period has not begun, so nothing can be estimated yet.',
    mend: 'Choose another period, or enter an estimate while the period runs.',
  },
  'improvement-plan.goal-unreachable': {
    what: ({ most }) =>
      `No plan reaches the goal within the limits; at most ${String(most)} points can be had.`,
    mend: 'Lower the goal, or widen the limits of indicators and agencies.',
  },
  'improvement-plan.rank-unknown': {
    what: ({ subjects }) =>
      `How many points that rank takes is not known: there are points of only ${String(subjects)} other units.`,
    mend: 'State the goal in points, or wait for the points of all units of the ranking.',
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
  'submission.reason-required': { what: 'The reason is missing.', mend: 'State the reason and try again.' },
  'submission.incomplete': {
    what: ({ hard, unreasoned }) =>
      `The submission cannot be sent: ${String(hard)} errors to mend, ${String(unreasoned)} points to explain.`,
    mend: 'Mend the errors and state reasons at the marked items.',
  },
  'submission.undecided': {
    what: ({ undecided, returned }) =>
      `It cannot be accepted: ${String(undecided)} figures not appraised, ${String(returned)} returned.`,
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
    what: ({ total }) => `The list is wrong at ${String(total)} places.`,
    mend: 'Correct the cells named and send it again. Nothing was saved.',
  },
  'invitation.unusable': {
    what: 'The invitation code is wrong, used or expired.',
    mend: 'Ask an administrator for a new one.',
  },
  'server.unavailable': {
    what: 'The system cannot serve just now.',
    mend: 'Wait a few minutes and try again.',
  },
  'server.error': {
    what: 'The system met an error.',
    mend: 'Try again. If it persists, send the request id below to the administrator.',
  },
};

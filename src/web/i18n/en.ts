import type { ProblemCode } from '#web/api/problem-error.ts';
import type { SameShape } from './messages.ts';
import type { ProblemSentences } from './problem-sentences.ts';
import type { vi } from './vi.ts';

const megabytes = (bytes: unknown): string =>
  typeof bytes === 'number' ? `${String(Math.round(bytes / 1_048_576))} MB` : 'the limit';

const longestText = ({ limitBytes, limitCharacters }: Readonly<Record<string, unknown>>): string =>
  typeof limitCharacters === 'number'
    ? `${limitCharacters.toLocaleString('en')} characters`
    : megabytes(limitBytes);

const UNREADABLE: Readonly<Record<string, string>> = {
  missing: 'there is no such file',
  folder: 'it is a folder',
  'not-allowed': 'it may not be read',
};

const whyUnreadable = (reason: unknown): string => UNREADABLE[String(reason)] ?? 'reading it failed';

const SAVE_AS_TEXT =
  'In Word: File → Save As → Plain Text (.txt), choose the encoding Unicode (UTF-8), then upload it again.';

const problems: Readonly<Record<ProblemCode, ProblemSentences>> = {
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
    mend: 'Choose a text file (.txt or .md) and send it again.',
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
    mend: SAVE_AS_TEXT,
  },
  'file.not-a-plan': {
    what: 'This document holds no targets, tasks or score tables.',
    mend: 'Check that it is the right plan. Nothing was stored.',
  },
  'file.too-complex': {
    what: 'The document is too complex: reading it took too long.',
    mend: 'Split it into shorter files and send them again. Nothing was stored.',
  },
  'plan-import.already-accepted': {
    what: 'This import was accepted before.',
    mend: 'Open the document under Plans.',
  },
  'plan-import.discarded': {
    what: 'This import was discarded.',
    mend: 'Upload the file again if it is still needed.',
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
    mend: ({ field, assessmentYear }) =>
      field === 'year'
        ? `Choose ${String(assessmentYear)}, the year that the framework assesses.`
        : 'Choose a unit of the kind that the framework assesses.',
  },
  'account.malformed-username': {
    what: 'The username does not have the right form.',
    mend: 'Use 2 to 63 of the letters a to z, digits, dots, hyphens or underscores, beginning with a letter or digit.',
  },
  'account.username-taken': { what: 'The user name is taken.', mend: 'Choose another one.' },
  'account.weak-password': {
    what: 'The password is too weak.',
    mend: 'Use at least 12 characters, other than the user name.',
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

/** The English texts that belong to no single feature. */
export const en: SameShape<typeof vi> = {
  productName: 'Sen Số',
  tagline: 'Provincial digital transformation',
  problems,
  shell: {
    skipToContent: 'Skip to main content',
    mainNavigation: 'Main navigation',
    demonstration: 'Demonstration data',
    demonstrationNote: 'The system runs on demonstration data, not on official figures.',
    search: 'Search',
    searchHint: 'Find indicators, targets, tasks, agencies',
    year: 'Data year',
    account: 'Account',
    signOut: 'Sign out',
    theme: 'Appearance',
    themeLight: 'Light',
    themeDark: 'Dark',
    themeAuto: 'As the device',
    language: 'Language',
    languageVietnamese: 'Tiếng Việt',
    languageEnglish: 'English',
    roles: { coordinator: 'Coordinator', viewer: 'Viewer' },
    loading: 'Loading',
    pageNotFound: 'There is no page at this address',
    pageNotFoundMend: 'Check the address, or choose an entry of the navigation.',
    offline: 'The network is down. What you see stays. Unsaved changes must be sent again once it is back.',
  },
  navigation: {
    overview: 'Overview',
    index: 'Index',
    plans: 'Plans',
    organizations: 'Agencies',
    planImport: 'Import',
  },
  kit: {
    retry: 'Try again',
    reload: 'Reload',
    goToOverview: 'Go to Overview',
    requestId: (id) => `Request id: ${id}`,
    where: (where) => `At: ${where}`,
    details: 'Details',
    source: 'Source',
    sourceLine: (line) => `line ${line}`,
    unknownAgency: 'not yet matched with the register of agencies',
    print: 'Print page',
    table: 'Table of figures',
    none: 'None',
    blank: 'no data yet',
    notApplicable: 'not applicable',
  },
  certainty: {
    estimate: 'estimate',
    provisional: 'provisional',
    inferred: 'inferred',
    ruleIs: 'rule',
    partlyUnknown: 'by a document, partly unknown',
    unknown: 'rule unknown',
    simulated: 'simulated data',
    document: 'as documented',
    decision: 'as decided',
  },
  dueStates: {
    'overdue-unreported': 'overdue, not reported',
    'ended-unreported': 'period over, no final result yet',
    'due-soon': 'due soon',
    'in-period': 'in progress',
    upcoming: 'not due yet',
    ongoing: 'continuous',
    recurring: 'recurring',
    'waiting-for-event': 'on a condition that the document names',
    'no-due-date': 'no due date stated',
    'result-stated': 'period over, result stated',
  },
  verdicts: { exceeded: 'exceeded', reached: 'reached', missed: 'missed' },
};

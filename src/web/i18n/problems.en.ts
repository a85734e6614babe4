import type { BoundaryFlaw } from '#core/geography/check-boundaries.ts';
import type { ProblemCode } from '#web/api/problem-error.ts';
import { endingsOf, type ProblemSentences } from './problem-sentences.ts';
import { problemsOfExchange } from './problems-of-exchange.en.ts';
import { problemsOfImports } from './problems-of-imports.en.ts';
import { problemsOfCalendar } from './problems-of-calendar.en.ts';
import { problemsOfPeople } from './problems-of-people.en.ts';
import { problemsOfReminders } from './problems-of-reminders.en.ts';
import { problemsOfTasks } from './problems-of-tasks.en.ts';

const OFFICE_FILES = '.docx, .xlsx or .pdf';
const megabytes = (bytes: unknown): string =>
  typeof bytes === 'number' ? `${String(Math.round(bytes / 1_048_576))} MB` : 'the limit';

const longestText = ({
  limitBytes,
  limitCharacters,
  limitPages,
}: Readonly<Record<string, unknown>>): string =>
  typeof limitPages === 'number'
    ? `${limitPages.toLocaleString('en')} pages`
    : typeof limitCharacters === 'number'
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

/** What each refusal says and how to mend it. */
export const problems: Readonly<Record<ProblemCode, ProblemSentences>> = {
  ...problemsOfExchange,
  ...problemsOfImports,
  ...problemsOfCalendar,
  ...problemsOfPeople,
  ...problemsOfReminders,
  ...problemsOfTasks,
  'network.unreachable': {
    what: 'The server cannot be reached.',
    mend: 'Check the network, then choose “Try again”. What was saved before is still there.',
  },
  'request.invalid': {
    what: 'The request is not valid.',
    mend: 'Check the address or what you have just entered.',
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
    mend: ({ format }) =>
      format === 'xlsx'
        ? 'Open it with Excel or LibreOffice, save it as .xlsx, and send it again.'
        : 'Open it with the program that made it, save it, and send it again.',
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
    mend: (details) => `Send a file of this kind: ${endingsOf(details) ?? '.docx'}.`,
  },
  'file.not-a-plan': {
    what: 'This document holds no targets, tasks or score tables.',
    mend: 'Check that it is the right plan. Nothing was stored.',
  },
  'file.too-complex': {
    what: 'The file is too large or too complex: reading it exceeded the limits.',
    mend: 'Leave out what is not needed or split it into smaller files, then send it again. Nothing was stored.',
  },
  'file.old-office': {
    what: 'The file is in an old Office format (.doc, .xls) or locked by a password.',
    mend: (details) =>
      `Open it with Word or Excel, take the password away if there is one, save it as ${endingsOf(details) ?? OFFICE_FILES}, and send that.`,
  },
  'file.scan': {
    what: ({ pages }) =>
      `The PDF holds scanned pictures only${typeof pages === 'number' ? ` (${pages} pages)` : ''}: there is no text to read.`,
    mend: 'Ask the drafting office for the original .docx or .pdf; otherwise run Vietnamese text recognition (OCR) and send the result.',
  },
  'file.encrypted': {
    what: 'The PDF is locked with a password.',
    mend: 'Open it, remove the password, save it and send it again.',
  },
  'file.macros': {
    what: 'The file holds macros or other parts that run, so it is not taken.',
    mend: (details) => `Save it as ${endingsOf(details) ?? OFFICE_FILES} without macros, and send that.`,
  },
  'file.disguised': {
    what: ({ reason, ending, kind }) =>
      reason === 'name'
        ? `The name ends in .${String(ending)} but the content is .${String(kind)}.`
        : 'The file is not of one kind: it holds other content beside its own.',
    mend: ({ reason }) =>
      reason === 'name'
        ? 'Give the name the ending of its content, and send the file again.'
        : 'Open it with the program that made it, save it as a new file, and send that.',
  },
  'file.infected': {
    what: ({ signature }) => `The virus scanner found ${String(signature)} in the file.`,
    mend: 'Do not open this file. Tell the information security unit and scan the computer that made it.',
  },
  'file.scan-unavailable': {
    what: 'The file could not be scanned for malicious software, so it was not taken.',
    mend: 'Try again in a few minutes. If it goes on, ask the administrator to look after the virus scanner.',
  },
  'document.text-not-imported': {
    what: 'The full text of this document has not been imported.',
    mend: 'Import the file under “Import” to see quotes in the text.',
  },
  'finding.changed': {
    what: 'This contradiction is no longer as it was seen: figures or documents have changed.',
    mend: 'Load the page again to see how it stands now, then decide.',
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
  'server.unavailable': {
    what: 'The system cannot serve just now.',
    mend: 'Wait a few minutes and try again.',
  },
  'server.error': {
    what: 'The system met an error.',
    mend: 'Try again. If it persists, send the request id below to the administrator.',
  },
};

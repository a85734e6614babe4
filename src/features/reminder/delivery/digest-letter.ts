import { daysBetween } from '#core/calendar/day-arithmetic.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import type { SecretBox } from '#server/auth/secret-box.ts';
import { type LetterItem, type LetterPart, writeLetter } from '#server/mail/letter.ts';
import type { Mail } from '#server/mail/mailer.ts';
import type { Digest, DigestLine } from './digest.ts';
import { pageOfAgency } from '#contract/due-page.ts';
import { digestWords, type DigestWords } from './digest-words.ts';
import { REMINDERS_PAGE } from '#features/reminder/contract.ts';
import { OWN_REMINDERS_PAGE, STOP_COPIES_PAGE } from '#features/reminder/own/own-contract.ts';
import { sealStopLink } from '#features/reminder/own/stop-copies.ts';

const text = (sentence: string): LetterPart => ({ kind: 'text', text: sentence });
const link = (address: string): LetterPart => ({ kind: 'link', address });

// A letter is read on a phone; the rest stands in the application.
const MOST_LINES = 20;

const shorten = (
  items: readonly LetterItem[],
  sayRest: (rest: number) => string,
  restPage: string,
): readonly LetterItem[] =>
  items.length <= MOST_LINES
    ? items
    : [...items.slice(0, MOST_LINES), { text: sayRest(items.length - MOST_LINES), address: restPage }];

const lineOf = (words: DigestWords, today: Digest['today'], line: DigestLine): string => {
  const { name, document, period, organization, lastDay, isLate } = line;
  const { format } = words;
  const called = [
    // Plans end what they call a task with a full stop or a semicolon.
    name.replace(/[\s.;,]+$/u, ''),
    ...(period === '' ? [] : [format.period(period)]),
    ...(document === null ? [] : [document]),
  ];
  const told = words.line(called.join(', '), organization.name, format.day(lastDay));
  return isLate ? `${told}, ${words.daysLate(format.number(daysBetween(lastDay, today)))}` : told;
};

/** What lists of a letter are written with. */
interface ListContext {
  readonly words: DigestWords;
  readonly today: Digest['today'];
  readonly publicUrl: string;
}

const listOf = (
  { words, today, publicUrl }: ListContext,
  title: string,
  lines: readonly DigestLine[],
): LetterPart[] => {
  if (lines.length === 0) return [];
  const told = lines.map((line) => ({
    text: lineOf(words, today, line),
    address: `${publicUrl}${line.page}`,
  }));
  const sayRest = (rest: number): string => words.more(words.format.number(rest));
  return [text(title), { kind: 'list', items: shorten(told, sayRest, `${publicUrl}${OWN_REMINDERS_PAGE}`) }];
};

const agencyOf = ({ format, ...words }: DigestWords, name: string, own: readonly DigestLine[]): string => {
  const late = own.filter(({ isLate }) => isLate).length;
  if (late === 0) return words.agencyNoneLate(name, format.number(own.length));
  if (late === own.length) return words.agencyAllLate(name, format.number(late));
  return words.agency(name, format.number(own.length), format.number(late));
};

/** Copies that are more than a letter can list are told by agency, those with the most first. */
const copiesOf = (context: ListContext, copies: readonly DigestLine[]): LetterPart[] => {
  const { words, publicUrl } = context;
  const { format } = words;
  const title = words.copyTitle(format.number(copies.length));
  if (copies.length <= MOST_LINES) return listOf(context, title, copies);
  const agencies = [...groupBy(copies, ({ organization }) => organization.code)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([code, own]) => ({
      text: agencyOf(words, own[0]?.organization.name ?? code, own),
      address: `${publicUrl}${pageOfAgency(code)}`,
    }));
  const sayRest = (rest: number): string => words.moreAgencies(format.number(rest));
  return [
    text(title),
    { kind: 'list', items: shorten(agencies, sayRest, `${publicUrl}${OWN_REMINDERS_PAGE}`) },
  ];
};

/** In how many words a message says what it holds: `2 việc quá hạn, 3 việc sắp đến hạn`. */
export const countWords = (words: DigestWords, lines: readonly Pick<DigestLine, 'isLate'>[]): string => {
  const late = lines.filter(({ isLate }) => isLate).length;
  const { format } = words;
  return [
    ...(late > 0 ? [words.late(format.number(late))] : []),
    ...(late < lines.length ? [words.due(format.number(lines.length - late))] : []),
  ].join(', ');
};

interface LetterWays {
  readonly publicUrl: string;
  readonly secretBox: SecretBox;
}

/** The name of a letter to mail programs: the same however often the letter is sent. */
export const messageIdOf = (messageId: string, publicUrl: string): string =>
  `<${messageId}@${URL.canParse(publicUrl) ? new URL(publicUrl).hostname : 'senso.invalid'}>`;

/** Writes a digest as a letter in the language of the person. */
export const writeDigestLetter = (
  messageId: string,
  digest: Digest & { readonly person: { readonly email: string } },
  { publicUrl, secretBox }: LetterWays,
): Mail => {
  const { person, today, lines } = digest;
  const words = digestWords[person.language];
  const { format } = words;
  const context = { words, today, publicUrl };
  const duties = lines.filter(({ isDuty }) => isDuty);
  const copies = lines.filter(({ isDuty }) => !isDuty);
  const stop = `${publicUrl}${STOP_COPIES_PAGE}#${sealStopLink(secretBox, person.accountId)}`;
  const parts: LetterPart[] = [
    text(words.greeting(person.displayName)),
    ...listOf(
      context,
      words.lateTitle,
      duties.filter(({ isLate }) => isLate),
    ),
    ...listOf(
      context,
      words.dueTitle,
      duties.filter(({ isLate }) => !isLate),
    ),
    ...copiesOf(context, copies),
    ...(digest.unreached > 0
      ? [text(words.unreached(format.number(digest.unreached))), link(`${publicUrl}${REMINDERS_PAGE}`)]
      : []),
    text(duties.length > 0 ? words.act : words.open),
    link(`${publicUrl}${OWN_REMINDERS_PAGE}`),
    ...(duties.length > 0 ? [text(words.duty)] : []),
    ...(copies.length > 0 ? [text(words.stopCopies), link(stop)] : []),
  ];
  const subject = words.subject(format.day(today), countWords(words, lines));
  return {
    ...writeLetter({ to: person.email, subject }, [{ language: person.language, parts }]),
    messageId: messageIdOf(messageId, publicUrl),
    // No answering machine answers a machine (RFC 3834).
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(duties.length === 0 && { 'List-Unsubscribe': `<${stop}>` }),
    },
  };
};

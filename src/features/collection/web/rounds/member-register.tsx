import { SUBMISSION_STATES } from '#core/submission/submission-state.ts';
import type { RoundMember } from '#contract/reporting-round.ts';
import type { Format } from '#web/i18n/format.ts';
import type { RegisterColumn, RegisterFacet } from '#web/ui/register-table/register.ts';
import { StateBadge } from '#web/ui/StateBadge.tsx';
import type { RoundWords } from './messages.ts';
import { isOwed, kindGroupOf } from './round-words.ts';
import { SubmissionStateBadge } from '#features/collection/web/SubmissionStateBadge.tsx';

/** Facets of the organizations of a round by their names in addresses. */
export const STATE_FACET = 'trang-thai';
export const FACET_IDS = [STATE_FACET, 'loai', 'han'] as const;

const timelinessOf = (member: RoundMember, words: RoundWords): string =>
  isOwed(member) ? (member.isLate ? words.late : '') : member.isLate ? words.sentLate : words.inTime;

/** Columns of the organizations of a round. */
export const buildColumns = (words: RoundWords, format: Format): readonly RegisterColumn<RoundMember>[] => [
  {
    id: 'co-quan',
    header: words.round.organization,
    width: 30,
    text: ({ organization }) => organization.name,
    sortKey: ({ organization }) => organization.name,
  },
  {
    id: 'loai',
    header: words.round.kind,
    width: 14,
    text: ({ kind }) => words.kinds[kindGroupOf(kind)],
    sortKey: ({ kind }) => kindGroupOf(kind),
    hiddenBelow: 900,
  },
  {
    id: 'trang-thai',
    header: words.round.state,
    width: 16,
    text: ({ state }) => words.states[state],
    cell: ({ state }) => <SubmissionStateBadge state={state} />,
    sortKey: ({ state }) => SUBMISSION_STATES.indexOf(state),
  },
  {
    id: 'han',
    header: words.round.timeliness,
    width: 12,
    text: (member) => timelinessOf(member, words),
    cell: (member) =>
      member.isLate ? (
        <StateBadge tone={isOwed(member) ? 'bad' : 'warning'}>{timelinessOf(member, words)}</StateBadge>
      ) : (
        timelinessOf(member, words)
      ),
    sortKey: ({ isLate }) => Number(isLate),
  },
  {
    id: 'da-nhap',
    header: words.round.answered,
    width: 10,
    align: 'end',
    text: ({ answered, asked }) => words.ofAll(format.number(answered), format.number(asked)),
    sortKey: ({ answered, asked }) => (asked === 0 ? null : answered / asked),
  },
  {
    id: 'luc-gui',
    header: words.round.sentAt,
    width: 18,
    text: ({ submittedAt }) => (submittedAt === null ? '' : format.instant(submittedAt)),
    sortKey: ({ submittedAt }) => submittedAt,
  },
  {
    id: 'gia-han',
    header: words.round.extended,
    width: 12,
    text: ({ extendedUntil }) => (extendedUntil === null ? '' : format.day(extendedUntil)),
    sortKey: ({ extendedUntil }) => extendedUntil,
    hiddenBelow: 800,
  },
];

/** What the organizations of a round are filtered and grouped by. */
export const buildFacets = (words: RoundWords): readonly RegisterFacet<RoundMember>[] => [
  {
    id: STATE_FACET,
    label: words.round.state,
    groupable: true,
    values: ({ state }) => [
      { key: state, label: words.states[state], order: SUBMISSION_STATES.indexOf(state) },
    ],
  },
  {
    id: 'loai',
    label: words.round.kind,
    groupable: true,
    values: ({ kind }) => [{ key: kindGroupOf(kind), label: words.kinds[kindGroupOf(kind)] }],
  },
  {
    id: 'han',
    label: words.round.timeliness,
    values: (member) => {
      const text = timelinessOf(member, words);
      return text === ''
        ? []
        : [{ key: isOwed(member) ? 'muon' : member.isLate ? 'gui-muon' : 'dung-han', label: text }];
    },
  },
];

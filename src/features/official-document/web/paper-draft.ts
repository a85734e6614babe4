import { isPlainDate } from '#core/kernel/plain-date.ts';
import type { PaperKind } from '#core/report/writing/write-document.ts';
import type { PaperChoices, PaperRequest } from '#features/official-document/contract.ts';

/** What has been chosen in the form. */
export interface PaperDraft {
  readonly kind: PaperKind;
  readonly snapshot: string;
  readonly agencyLeague: string;
  readonly communeLeague: string;
  /** Empty for all plans. */
  readonly plan: string;
  readonly period: string;
  readonly organization: string;
  readonly answerBy: string;
  /** Empty for all who are late. */
  readonly addressees: readonly string[];
  readonly difficulty: string;
  /** The document on whose contradictions a letter is written; empty for all of them. */
  readonly contradicted: string;
}

const latestLeague = ({ leagues }: PaperChoices, subjects: 'agency' | 'commune'): string =>
  leagues.filter((league) => league.subjects === subjects).toSorted((a, b) => b.year - a.year)[0]?.id ?? '';

/** The form as it opens: what is newest, and the quarter of today. */
export const openDraft = (choices: PaperChoices): PaperDraft => ({
  kind: choices.kinds[0] ?? 'agency-report',
  snapshot: choices.snapshots[0]?.id ?? '',
  agencyLeague: latestLeague(choices, 'agency'),
  communeLeague: latestLeague(choices, 'commune'),
  plan: '',
  period: listPeriods(choices.today)[0] ?? '',
  organization: choices.organizations[0]?.code ?? '',
  answerBy: '',
  addressees: [],
  difficulty: choices.difficulties[0]?.id ?? '',
  contradicted: '',
});

/** Periods that can be reported on: those of the year of a day, that of the day first, and of the year before. */
export const listPeriods = (today: string): readonly string[] => {
  const year = Number(today.slice(0, 4));
  const quarter = Math.ceil(Number(today.slice(5, 7)) / 3);
  const ofYear = (one: number, quarters: readonly number[]): readonly string[] => [
    ...quarters.map((part) => `${String(one)}-Q${String(part)}`),
    ...(quarters.includes(3) ? [`${String(one)}-H2`] : []),
    `${String(one)}-H1`,
    String(one),
  ];
  const past = [4, 3, 2, 1].filter((part) => part <= quarter);
  return [...ofYear(year, past), ...ofYear(year - 1, [4, 3, 2, 1])];
};

/** Which field still lacks a choice. */
export type PaperGap = 'snapshot' | 'leagues' | 'organization' | 'answerBy' | 'difficulty';

/** What is asked for, or which field lacks a choice. */
export const requestOf = (draft: PaperDraft): PaperRequest | PaperGap => {
  const { kind, snapshot, agencyLeague, communeLeague, plan, period, organization } = draft;
  const { answerBy, addressees, difficulty } = draft;
  const leagues = [agencyLeague, communeLeague].filter((id) => id !== '');
  switch (kind) {
    case 'self-assessment':
      return snapshot === '' ? 'snapshot' : { kind, snapshot };
    case 'result-announcement':
      return leagues.length === 0 ? 'leagues' : { kind, leagues };
    case 'progress-report':
      return { kind, period, plan: plan === '' ? null : plan };
    case 'agency-report':
      return organization === '' ? 'organization' : { kind, organization, period };
    case 'reminder-letter':
      if (!isPlainDate(answerBy)) return 'answerBy';
      return { kind, answerBy, ...(addressees.length > 0 && { organizations: [...addressees] }) };
    case 'difficulty-answer':
      return difficulty === '' ? 'difficulty' : { kind, difficulty };
    case 'findings-letter':
      return { kind, documentId: draft.contradicted === '' ? null : draft.contradicted, within: {} };
  }
};

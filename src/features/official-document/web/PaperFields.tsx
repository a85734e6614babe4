import { MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { searchKey } from '#core/kernel/text.ts';
import type { PaperChoices } from '#features/official-document/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { documentSubject } from '#web/widgets/plan-item/document-title.ts';
import { planItemMessages } from '#web/widgets/plan-item/messages.ts';
import { paperMessages } from './messages.ts';
import { listPeriods, type PaperDraft, type PaperGap } from './paper-draft.ts';

interface PaperFieldsProps {
  readonly choices: PaperChoices;
  readonly draft: PaperDraft;
  readonly gap: PaperGap | null;
  readonly onChange: (change: Partial<PaperDraft>) => void;
}

const LeagueField = ({
  choices,
  draft,
  subjects,
  onChange,
}: Omit<PaperFieldsProps, 'gap'> & { readonly subjects: 'agency' | 'commune' }) => {
  const words = useMessages(paperMessages);
  const format = useFormat();
  const field = subjects === 'agency' ? 'agencyLeague' : 'communeLeague';
  const leagues = choices.leagues.filter((league) => league.subjects === subjects);
  return (
    <NativeSelect
      label={words.form[field]}
      value={draft[field]}
      data={[
        { value: '', label: words.form.noLeague },
        ...leagues.map(({ id, name, year, takenAt }) => ({
          value: id,
          label: words.kept(name, String(year), format.instant(takenAt)),
        })),
      ]}
      onChange={(event) => {
        onChange({ [field]: event.currentTarget.value });
      }}
    />
  );
};

const PeriodField = ({ choices, draft, onChange }: Omit<PaperFieldsProps, 'gap'>) => {
  const words = useMessages(paperMessages);
  const format = useFormat();
  return (
    <NativeSelect
      label={words.form.period}
      value={draft.period}
      data={listPeriods(choices.today).map((period) => ({ value: period, label: format.period(period) }))}
      onChange={(event) => {
        onChange({ period: event.currentTarget.value });
      }}
    />
  );
};

const AddresseeField = ({ choices, draft, onChange }: Omit<PaperFieldsProps, 'gap'>) => {
  const { form: words } = useMessages(paperMessages);
  return (
    <MultiSelect
      label={words.addressees}
      placeholder={draft.addressees.length === 0 ? words.allLate : ''}
      value={[...draft.addressees]}
      searchable
      selectFirstOptionOnChange
      limit={60}
      nothingFoundMessage={words.noAgency}
      data={choices.addressees.map(({ code, name }) => ({ value: code, label: name }))}
      filter={({ options, search }) =>
        options.filter((option) => 'value' in option && searchKey(option.label).includes(searchKey(search)))
      }
      onKeyDown={(event) => {
        // Enter chooses an agency; with none found it would make the letter to all, which can't be taken back.
        if (event.key === 'Enter') event.preventDefault();
      }}
      onChange={(addressees) => {
        onChange({ addressees });
      }}
    />
  );
};

/** The choices that the chosen kind of document needs. */
export const PaperFields = ({ choices, draft, gap, onChange }: PaperFieldsProps) => {
  const { form: words, kept, planOf, planOn } = useMessages(paperMessages);
  const itemWords = useMessages(planItemMessages);
  const format = useFormat();
  const shared = { choices, draft, onChange };
  const planLabel = (plan: PaperChoices['plans'][number]): string => {
    const { docNumber, issueDate } = plan;
    const subject = documentSubject(plan, itemWords);
    if (docNumber === null) return subject;
    const number = issueDate === null ? docNumber : planOn(docNumber, format.day(issueDate));
    return planOf(number, subject);
  };
  switch (draft.kind) {
    case 'self-assessment':
      return (
        <NativeSelect
          label={words.snapshot}
          value={draft.snapshot}
          error={gap === 'snapshot' ? words.none : null}
          data={choices.snapshots.map(({ id, name, year, takenAt }) => ({
            value: id,
            label: kept(name, String(year), format.instant(takenAt)),
          }))}
          onChange={(event) => {
            onChange({ snapshot: event.currentTarget.value });
          }}
        />
      );
    case 'result-announcement':
      return (
        <>
          <LeagueField {...shared} subjects="agency" />
          <LeagueField {...shared} subjects="commune" />
        </>
      );
    case 'progress-report':
      return (
        <>
          <NativeSelect
            label={words.plan}
            value={draft.plan}
            data={[
              { value: '', label: words.allPlans },
              ...choices.plans.map((plan) => ({ value: plan.id, label: planLabel(plan) })),
            ]}
            onChange={(event) => {
              onChange({ plan: event.currentTarget.value });
            }}
          />
          <PeriodField {...shared} />
        </>
      );
    case 'agency-report':
      return (
        <>
          <NativeSelect
            label={words.organization}
            value={draft.organization}
            data={choices.organizations.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(event) => {
              onChange({ organization: event.currentTarget.value });
            }}
          />
          <PeriodField {...shared} />
        </>
      );
    case 'difficulty-answer':
      return (
        <NativeSelect
          label={words.difficulty}
          value={draft.difficulty}
          error={gap === 'difficulty' ? words.difficultyMissing : null}
          data={[
            ...choices.difficulties.map(({ id, organization, words: said }) => ({
              value: id,
              label: `${organization}: ${said.slice(0, 100)}`,
            })),
          ]}
          onChange={(event) => {
            onChange({ difficulty: event.currentTarget.value });
          }}
        />
      );
    case 'findings-letter':
      return (
        <NativeSelect
          label={words.contradicted}
          value={draft.contradicted}
          data={[
            { value: '', label: words.allContradicted },
            ...choices.contradictedDocuments.map((one) => ({
              value: one.id,
              label: one.isDraft ? words.draft(planLabel(one)) : planLabel(one),
            })),
          ]}
          onChange={(event) => {
            onChange({ contradicted: event.currentTarget.value });
          }}
        />
      );
    case 'reminder-letter':
      return (
        <>
          <TextInput
            type="date"
            label={words.answerBy}
            value={draft.answerBy}
            min={choices.today}
            error={gap === 'answerBy' ? words.answerByMissing : null}
            onChange={(event) => {
              onChange({ answerBy: event.currentTarget.value });
            }}
          />
          <AddresseeField {...shared} />
        </>
      );
  }
};

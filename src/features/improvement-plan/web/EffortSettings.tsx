import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ImprovementOptionView, ImprovementSettings } from '#contract/improvement-plan.ts';
import type { OptionList } from '#features/improvement-plan/contract.ts';
import { useFormat, useLocale, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './improvement.module.css';
import { improvementMessages } from './messages.ts';
import { hasSettings } from './plan-address.ts';
import { draftKey, draftOfSettings, type SettingKind, understandSettings } from './settings-draft.ts';
import { valueWords } from './step-words.ts';

interface EffortSettingsProps {
  readonly known: OptionList;
  readonly settings: ImprovementSettings;
  readonly onSettings: (settings: ImprovementSettings) => void;
}

const NOTHING_SET: ImprovementSettings = {
  ...{ perUnit: [], ceilings: [], indicatorLimits: [], agencyLimits: [] },
};

interface Agency {
  readonly key: string;
  readonly name: string;
}

const listAgencies = (options: readonly ImprovementOptionView[]): readonly Agency[] => {
  const agencies = options.flatMap(({ leadAgencies }) =>
    leadAgencies.map(({ organizationCode, nameAsWritten, name }) => ({
      key: organizationCode ?? nameAsWritten,
      name,
    })),
  );
  return [...new Map(agencies.map((agency) => [agency.key, agency])).values()];
};

/** Efforts, ceilings and limits: what is left blank keeps its default. */
export const EffortSettings = ({ known, settings, onSettings }: EffortSettingsProps) => {
  const words = useMessages(improvementMessages);
  const format = useFormat();
  const pick = usePickText();
  const { locale } = useLocale();
  const [draft, setDraft] = useState(() => draftOfSettings(settings, locale));
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const wording = { words, format, pick };
  const { columns } = words;
  const nameOf = ({ componentCode, itemName }: ImprovementOptionView): string =>
    `${componentCode} ${pick(itemName)}`;

  const field = (kind: SettingKind, name: string, label: string, placeholder = '') => {
    const key = draftKey(kind, name);
    return (
      <TextInput
        aria-label={label}
        size="xs"
        inputMode="decimal"
        className={styles.amount}
        placeholder={placeholder}
        value={draft.get(key) ?? ''}
        error={wrong.has(key)}
        onChange={(event) => {
          setDraft(new Map([...draft, [key, event.currentTarget.value]]));
        }}
      />
    );
  };

  return (
    <Section title={words.efforts} lead={words.effortsLead} onScreenOnly>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const understood = understandSettings(draft, locale);
          setWrong('wrong' in understood ? understood.wrong : new Set());
          if ('settings' in understood) onSettings(understood.settings);
        }}
      >
        <details className={styles.fold} {...(hasSettings(settings) && { open: true })}>
          <summary>{words.editEfforts(format.number(known.options.length))}</summary>
          <FigureTable
            caption={words.efforts}
            rows={known.options}
            rowKey={({ option }) => option}
            columns={[
              {
                key: 'name',
                title: columns.name,
                cell: (option) => (
                  <>
                    {option.componentCode} {pick(option.componentName)}
                    <span className={styles.quiet}>{pick(option.itemName)}</span>
                  </>
                ),
              },
              {
                key: 'from',
                title: columns.from,
                kind: 'figure',
                cell: (option) => valueWords(option.from, option.unit, wording),
              },
              {
                key: 'gain',
                title: columns.gain,
                kind: 'figure',
                cell: ({ gain }) => format.signedPoints(gain),
              },
              {
                key: 'whole',
                title: columns.wholeEffort,
                kind: 'figure',
                cell: ({ defaultEffort }) => format.points(defaultEffort),
              },
              {
                key: 'perUnit',
                title: columns.perUnit,
                cell: (option) =>
                  field(
                    'perUnit',
                    option.option,
                    words.perUnitOf(nameOf(option)),
                    format.number(option.defaultEffortPerUnit, { atMost: 3 }),
                  ),
              },
              {
                key: 'ceiling',
                title: columns.ceiling,
                cell: (option) =>
                  option.leverKind === 'number'
                    ? field(
                        'ceilings',
                        option.option,
                        words.ceilingOf(nameOf(option)),
                        valueWords(option.to, null, wording),
                      )
                    : null,
              },
              {
                key: 'limit',
                title: columns.limit,
                cell: (option) =>
                  field(
                    'indicatorLimits',
                    option.componentCode,
                    words.limitOf(`${option.componentCode} ${pick(option.componentName)}`),
                  ),
              },
            ]}
          />
          <FigureTable
            caption={words.agencyLimits}
            captionVisible
            rows={listAgencies(known.options)}
            rowKey={({ key }) => key}
            columns={[
              { key: 'agency', title: columns.agency, cell: ({ name }) => name },
              {
                key: 'limit',
                title: columns.limit,
                cell: ({ key, name }) => field('agencyLimits', key, words.agencyLimitOf(name)),
              },
            ]}
          />
          <div className={styles.form}>
            <Button type="submit">{words.apply}</Button>
            {hasSettings(settings) && (
              <Button
                variant="default"
                onClick={() => {
                  setDraft(new Map());
                  onSettings(NOTHING_SET);
                }}
              >
                {words.reset}
              </Button>
            )}
            <p role="alert" className={styles.problem}>
              {wrong.size > 0 ? words.wrongSettings : ''}
            </p>
          </div>
        </details>
      </form>
    </Section>
  );
};

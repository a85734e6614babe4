import type { ImprovementSettings } from '#contract/improvement-plan.ts';
import type { Locale } from '#web/i18n/messages.ts';
import { parseNumber, typedNumber } from '#web/i18n/parse-number.ts';

/** Which setting a field holds: its kind and what it is about. */
export type SettingKind = keyof ImprovementSettings;

/** Fields as they are typed, by kind and name. A field that is not there is blank. */
export type SettingsDraft = ReadonlyMap<string, string>;

export const draftKey = (kind: SettingKind, name: string): string => `${kind} ${name}`;

/** What the fields show for settings. */
export const draftOfSettings = (settings: ImprovementSettings, locale: Locale): SettingsDraft => {
  const entry = (kind: SettingKind, name: string, amount: string): [string, string] => [
    draftKey(kind, name),
    typedNumber(amount, locale),
  ];
  return new Map([
    ...settings.perUnit.map(({ option, effort }) => entry('perUnit', option, effort)),
    ...settings.ceilings.map(({ option, value }) => entry('ceilings', option, value)),
    ...settings.indicatorLimits.map(({ component, effort }) => entry('indicatorLimits', component, effort)),
    ...settings.agencyLimits.map(({ agency, effort }) => entry('agencyLimits', agency, effort)),
  ]);
};

/** What was typed: settings, or the fields that hold no amount. */
export type UnderstoodSettings =
  { readonly settings: ImprovementSettings } | { readonly wrong: ReadonlySet<string> };

/** Reads the fields; blank ones say nothing. */
export const understandSettings = (draft: SettingsDraft, locale: Locale): UnderstoodSettings => {
  const filled = [...draft].filter(([, typed]) => typed.trim() !== '');
  const read = filled.map(([key, typed]) => ({ key, amount: parseNumber(typed, locale) }));
  const wrong = read.filter(({ amount }) => amount === undefined || amount.startsWith('-'));
  if (wrong.length > 0) return { wrong: new Set(wrong.map(({ key }) => key)) };
  const amounts = (kind: SettingKind): readonly { readonly name: string; readonly amount: string }[] =>
    read.flatMap(({ key, amount }) => {
      const prefix = `${kind} `;
      return key.startsWith(prefix) && amount !== undefined
        ? [{ name: key.slice(prefix.length), amount }]
        : [];
    });
  return {
    settings: {
      perUnit: amounts('perUnit').map(({ name, amount }) => ({ option: name, effort: amount })),
      ceilings: amounts('ceilings').map(({ name, amount }) => ({ option: name, value: amount })),
      indicatorLimits: amounts('indicatorLimits').map(({ name, amount }) => ({
        component: name,
        effort: amount,
      })),
      agencyLimits: amounts('agencyLimits').map(({ name, amount }) => ({ agency: name, effort: amount })),
    },
  };
};

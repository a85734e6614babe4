import { useMemo } from 'react';
import type { DueState } from '#core/calendar/due-state.ts';
import type { Format } from '#web/i18n/format.ts';
import { useFormat, useLocale, useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { planItemMessages, type PlanItemWords } from '#web/widgets/plan-item/messages.ts';
import { organizationMessages, type OrganizationWords } from './messages.ts';

/** Everything that the pages of organizations need to speak the present language. */
export interface Wording {
  readonly organization: OrganizationWords;
  readonly item: PlanItemWords;
  readonly dueStates: Readonly<Record<DueState, string>>;
  readonly format: Format;
  /** The name of an organization: its official English one in English, where it has one. */
  readonly nameOf: (organization: Named) => string;
}

interface Named {
  readonly name: string;
  readonly nameEn?: string | null;
}

/** The words of the present language; the object stays the same until the language changes. */
export const useWording = (): Wording => {
  const organization = useMessages(organizationMessages);
  const item = useMessages(planItemMessages);
  const { dueStates } = useMessages(sharedMessages);
  const format = useFormat();
  const { locale } = useLocale();
  return useMemo(() => {
    const nameOf = ({ name, nameEn }: Named): string => (locale === 'en' ? (nameEn ?? name) : name);
    return { organization, item, dueStates, format, nameOf };
  }, [organization, item, dueStates, format, locale]);
};

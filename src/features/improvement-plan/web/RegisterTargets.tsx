import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { KeptPlan } from '#contract/improvement-plan.ts';
import { offerImprovementPlan } from '#features/plan-import/contract.ts';
import { call } from '#web/api/call.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { usePermission } from '#web/session/session.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './improvement.module.css';
import { improvementMessages } from './messages.ts';

/** Offers the draft targets to the register of targets and leads to their review. */
export const RegisterTargets = ({ plan }: { readonly plan: KeptPlan }) => {
  const { register: words } = useMessages(improvementMessages).kept;
  const mayImport = usePermission('plan.import');
  const navigate = useNavigate();
  const [year, setYear] = useState(String(plan.year + 1));
  const [isWrong, setWrong] = useState(false);
  const offering = useMutation({
    mutationFn: (targetYear: number) =>
      call(offerImprovementPlan, { body: { id: plan.id, revision: plan.revision, targetYear } }),
    onSuccess: ({ import: offered }) => navigate({ to: '/nhap-van-ban/$id', params: { id: offered.id } }),
  });
  if (!mayImport || plan.targets.length === 0) return null;
  return (
    <Section title={words.title} lead={words.lead}>
      {offering.isError && <ErrorState error={offering.error} where={words.title} />}
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const isYear = /^20\d\d$/.test(year.trim());
          setWrong(!isYear);
          if (isYear) offering.mutate(Number(year.trim()));
        }}
      >
        <TextInput
          label={words.year}
          inputMode="numeric"
          value={year}
          error={isWrong ? words.wrongYear : undefined}
          onChange={(event) => {
            setYear(event.currentTarget.value);
          }}
        />
        <Button type="submit" loading={offering.isPending}>
          {words.offer}
        </Button>
      </form>
    </Section>
  );
};

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { KeptPlan } from '#contract/improvement-plan.ts';
import type { DataValue } from '#core/scoring/data-value.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { usePermission } from '#web/session/session.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './improvement.module.css';
import { improvementMessages } from './messages.ts';
import { aimAddress, settingsAddress } from './plan-address.ts';
import { planCsv, saveFile } from './plan-csv.ts';
import { keptPlanQuery, planFileAddress } from './queries.ts';
import { RegisterTargets } from './RegisterTargets.tsx';
import { stepColumns } from './step-columns.tsx';
import { valueWords } from './step-words.ts';

const Kept = ({ plan }: { readonly plan: KeptPlan }) => {
  const words = useMessages(improvementMessages);
  const { kept } = words;
  const format = useFormat();
  const pick = usePickText();
  const wording = { words, format, pick };
  const valueText = (item: string, value: DataValue): string => {
    if (value.state === 'blank') return kept.blank;
    if (value.state === 'not-applicable') return kept.notApplicable;
    const target = plan.targets.find((one) => one.item === item);
    return valueWords({ value: value.value, name: null }, target?.unit ?? null, wording);
  };
  const nameOf = (item: string): string => {
    const target = plan.targets.find((one) => one.item === item);
    return target ? `${target.componentCode} ${pick(target.itemName)}` : item;
  };
  const mayKeep = usePermission('improvement-plan.write');
  const search = {
    ...{ bo: plan.framework, 'don-vi': plan.subject.code, nam: String(plan.year) },
    ...aimAddress(plan.aim),
    ...settingsAddress(plan.settings),
  };
  const keptBy = kept.by(plan.keptBy ?? '', format.instant(plan.keptAt));
  return (
    <Page
      title={kept.pageTitle(plan.name, format.points(plan.after.low))}
      eyebrow={<Link to="/bo-chi-so/phuong-an-cai-thien">{kept.eyebrow}</Link>}
      lead={kept.lead(String(plan.revision), keptBy)}
      actions={
        <div className={styles.actions}>
          <Button variant="default" component="a" href={planFileAddress(plan.id, plan.revision)} download>
            {words.xlsx}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              const name = words.csvFile(plan.subject.code, String(plan.year));
              saveFile(`${name}.csv`, planCsv(plan.targets, wording));
            }}
          >
            {words.csv}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              window.print();
            }}
          >
            {words.print}
          </Button>
        </div>
      }
    >
      {plan.note !== null && <p>{plan.note}</p>}
      {plan.changed.length > 0 && (
        <Section title={kept.changed} lead={kept.changedLead}>
          <ul className={styles.reading}>
            {plan.changed.map(({ item, then, now }) => (
              <li key={item}>
                {kept.changedLine(nameOf(item), valueText(item, then), valueText(item, now))}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={kept.targets}>
        <FigureTable
          caption={kept.targets}
          rows={plan.targets}
          rowKey={({ option }) => option}
          columns={stepColumns(wording)}
        />
      </Section>
      <RegisterTargets plan={plan} />
      <p className={styles.actions}>
        <Link to="/bo-chi-so/phuong-an-cai-thien" search={search}>
          {kept.again}
        </Link>
        {mayKeep && (
          <Link to="/bo-chi-so/phuong-an-cai-thien" search={{ ...search, sua: plan.id }}>
            {kept.revise}
          </Link>
        )}
      </p>
      {plan.revisions.length > 1 && (
        <Section title={kept.revisions}>
          <ul className={styles.reading}>
            {plan.revisions.map((one) => (
              <li key={one.revision}>
                <Link
                  to="/bo-chi-so/phuong-an-cai-thien/$id"
                  params={{ id: plan.id }}
                  search={{ ban: String(one.revision) }}
                >
                  {kept.revision(String(one.revision))}
                </Link>
                {`: ${one.name}, ${kept.by(one.keptBy ?? '', format.instant(one.keptAt))}`}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
};

/** A plan that was kept, with its draft targets. */
const KeptPlanPage = () => {
  const { kept: words } = useMessages(improvementMessages);
  const { id } = useParams({ from: '/shell/bo-chi-so/phuong-an-cai-thien/$id' });
  const { ban } = useSearch({ from: '/shell/bo-chi-so/phuong-an-cai-thien/$id' });
  const plan = useQuery(keptPlanQuery(id, ban));
  if (plan.data) return <Kept plan={plan.data} />;
  return (
    <Page title={words.eyebrow}>
      {plan.isError ? (
        <ErrorState error={plan.error} where={words.eyebrow} onRetry={() => void plan.refetch()} />
      ) : (
        <LoadingState lines={10} />
      )}
    </Page>
  );
};

export default KeptPlanPage;

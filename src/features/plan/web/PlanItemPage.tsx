import { useMessages } from '#web/i18n/locale.tsx';
import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { RegisterItem } from '#contract/plan-item.ts';
import type { PlanItemView } from '#features/plan/contract.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { differenceFieldWords, nameDifference } from '#web/widgets/plan-item/difference-field-words.ts';
import { DifficultySection } from '#web/widgets/difficulty/DifficultySection.tsx';
import { documentShortTitle } from '#web/widgets/plan-item/document-title.ts';
import { ITEM_SEGMENTS } from '#web/widgets/plan-item/item-address.ts';
import { findFullMeasure } from '#web/widgets/plan-item/measure.ts';
import { describePlace } from '#web/widgets/plan-item/place-words.ts';
import { ServingTasks } from '#web/widgets/task-purpose/ServingTasks.tsx';
import { findLostPoints } from './gap-register.tsx';
import { ItemAgencies } from './ItemAgencies.tsx';
import { ItemFacts } from './ItemFacts.tsx';
import { ItemFindings } from './ItemFindings.tsx';
import { ItemMeasures } from './ItemMeasures.tsx';
import { Neighbours, RelatedItems } from './ItemNeighbours.tsx';
import { ItemSource } from './ItemSource.tsx';
import { LinkedMeasures } from './LinkedMeasures.tsx';
import classes from './plan.module.css';
import { planItemQuery } from './queries.ts';
import { TargetYears } from './TargetYears.tsx';
import { TaskExecutionSection } from './TaskExecutionSection.tsx';
import { TaskProgressSection } from './TaskProgressSection.tsx';
import { useWording, type Wording } from './wording.ts';

/** One target, task, project or gap: what it says, who answers for it, and its words in the source. */
const PlanItemPage = () => {
  const { plan } = useWording();
  const { id } = useParams({ from: '/shell/ke-hoach/$kind/$id' });
  const view = useQuery(planItemQuery(id));
  if (view.isError) {
    return (
      <Page title={plan.eyebrow}>
        <ErrorState error={view.error} where={plan.eyebrow} onRetry={() => void view.refetch()} />
      </Page>
    );
  }
  if (!view.data) {
    return (
      <Page title={plan.loadingTitle}>
        <LoadingState lines={10} />
      </Page>
    );
  }
  return <ItemContents key={id} view={view.data} />;
};

const titleOf = (item: RegisterItem, { plan, item: words, format }: Wording): string => {
  if (item.kind === 'target') {
    const measure = findFullMeasure(item, format, words);
    return measure === undefined ? item.name : plan.item.titleWithValue(item.name, measure);
  }
  const lost = item.kind === 'gap' ? findLostPoints(item) : null;
  return lost === null ? item.name : plan.item.titleWithLoss(item.name, format.points(lost));
};

const ItemContents = ({ view }: { readonly view: PlanItemView }) => {
  const wording = useWording();
  const { plan, item: words, format } = wording;
  const { item } = view;
  return (
    <Page
      title={titleOf(item, wording)}
      eyebrow={<Trail view={view} />}
      lead={describePlace(item.place, words)}
    >
      {view.ended !== null && (
        <Alert color="gray">
          {plan.item.ended(
            documentShortTitle(view.ended.document, words),
            view.ended.on === null ? null : format.day(view.ended.on),
          )}
        </Alert>
      )}
      <div className={classes.twoColumns}>
        <Section title={plan.item.facts}>
          <ItemFacts view={view} />
        </Section>
        <Section title={plan.item.agencies}>
          <ItemAgencies item={item} />
        </Section>
      </div>
      {item.kind === 'target' && <TargetYears target={item} />}
      {item.kind === 'target' && <ItemMeasures target={item} />}
      {item.kind === 'task' && <TaskExecutionSection taskId={item.id} />}
      {item.kind === 'task' && <TaskProgressSection taskId={item.id} />}
      {(item.kind === 'target' || item.kind === 'gap') && <ServingTasks serves={item.id} />}
      {item.kind === 'target' && <DifficultySection about={item.id} kind="chi-tieu" />}
      {item.kind === 'task' && <DifficultySection about={item.id} kind="nhiem-vu" />}
      <ItemSource view={view} />
      {item.kind === 'target' && <LinkedMeasures itemId={item.id} />}
      <ItemFindings itemId={item.id} />
      <RelatedItems view={view} />
      <ItemHistory view={view} />
      <Neighbours view={view} />
    </Page>
  );
};

const Trail = ({ view: { item } }: { readonly view: PlanItemView }) => {
  const { plan, item: words } = useWording();
  return (
    <>
      <Link to="/ke-hoach" search={{ tab: ITEM_SEGMENTS[item.kind] }}>
        {plan.tabs[ITEM_SEGMENTS[item.kind]]}
      </Link>
      {' · '}
      <Link to="/van-ban/$id" params={{ id: item.document.id }}>
        {documentShortTitle(item.document, words)}
      </Link>
    </>
  );
};

const ItemHistory = ({ view }: { readonly view: PlanItemView }) => {
  const { plan, format } = useWording();
  if (view.history.length === 0) return null;
  return (
    <Section title={plan.item.history}>
      <ul className={classes.links}>
        {view.history.map((entry) => (
          <li key={entry.revision}>
            {plan.item.historyLine(
              plan.item.changes[entry.change],
              entry.origin === 'document' ? plan.item.historyFile(entry.fileName) : plan.item.historyReviewed,
              format.instant(entry.changedAt),
            )}
            <HistoryWords entry={entry} />
          </li>
        ))}
      </ul>
    </Section>
  );
};

const FIGURE = /^-?\d+(?:\.\d+)?$/u;

/** By which document, what it was before, and in which words. */
const HistoryWords = ({ entry }: { readonly entry: PlanItemView['history'][number] }) => {
  const { plan, item: words, format } = useWording();
  const labels = useMessages(differenceFieldWords);
  const { document, line, quote, differences } = entry;
  const shown = (fact: string | null): string => {
    if (fact === null) return plan.item.blankBefore;
    return FIGURE.test(fact) ? format.number(fact) : fact;
  };
  return (
    <>
      {document !== null && (
        <>
          {' · '}
          <Link to="/van-ban/$id" params={{ id: document.id }} search={line === null ? {} : { dong: line }}>
            {documentShortTitle(document, words)}
          </Link>
        </>
      )}
      {differences.map(({ field, registered, read }) => (
        <p key={field}>
          {plan.item.changedFromTo(nameDifference(field, labels), shown(registered), shown(read))}
        </p>
      ))}
      {quote !== null && <blockquote>{quote}</blockquote>}
    </>
  );
};

export default PlanItemPage;

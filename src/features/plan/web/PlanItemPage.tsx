import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { RegisterItem } from '#contract/plan-item.ts';
import type { PlanItemView } from '#features/plan/contract.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { documentShortTitle } from '#web/widgets/plan-item/document-title.ts';
import { ITEM_SEGMENTS } from '#web/widgets/plan-item/item-address.ts';
import { findFullMeasure } from '#web/widgets/plan-item/measure.ts';
import { describePlace } from '#web/widgets/plan-item/place-words.ts';
import { findLostPoints } from './gap-register.tsx';
import { ItemAgencies } from './ItemAgencies.tsx';
import { ItemFacts } from './ItemFacts.tsx';
import { ItemFindings } from './ItemFindings.tsx';
import { ItemMeasures } from './ItemMeasures.tsx';
import { Neighbours, RelatedItems } from './ItemNeighbours.tsx';
import { ItemSource } from './ItemSource.tsx';
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
  const { plan, item: words } = wording;
  const { item } = view;
  return (
    <Page
      title={titleOf(item, wording)}
      eyebrow={<Trail view={view} />}
      lead={describePlace(item.place, words)}
    >
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
      <ItemSource view={view} />
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
        {view.history.map(({ revision, change, origin, fileName, changedAt }) => (
          <li key={revision}>
            {plan.item.historyLine(
              plan.item.changes[change],
              origin === 'document' ? plan.item.historyFile(fileName) : plan.item.historyReviewed,
              format.instant(changedAt),
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
};

export default PlanItemPage;

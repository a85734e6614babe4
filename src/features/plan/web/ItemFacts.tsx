import { Link } from '@tanstack/react-router';
import type { RegisterItem } from '#contract/plan-item.ts';
import type { PlanItemView } from '#features/plan/contract.ts';
import { ItemStateBadge } from '#web/widgets/plan-item/ItemStateBadge.tsx';
import { describeDue } from '#web/widgets/plan-item/due-words.ts';
import { Facts, type Fact } from '#web/ui/Facts.tsx';
import { useMessages } from '#web/i18n/locale.tsx';
import { nameField, reviewFieldWords } from '#web/widgets/plan-item/review-field-words.ts';
import { buildKindFacts } from './kind-facts.ts';
import classes from './plan.module.css';
import { useWording, type Wording } from './wording.ts';

/** Everything that the document says of an item, label by label. */
export const ItemFacts = ({ view }: { readonly view: PlanItemView }) => {
  const wording = useWording();
  const fieldWords = useMessages(reviewFieldWords);
  const { item } = view;
  return (
    <Facts
      facts={[
        ...buildKindFacts(item, wording),
        ...dueFacts(item, wording),
        { label: wording.plan.item.indicator, value: <IndicatorLink item={item} /> },
        { label: wording.plan.item.note, value: view.note },
        { label: wording.plan.item.sourceDefect, value: view.sourceDefect },
        {
          label: wording.plan.item.corrected,
          value: view.correctedFields.map((field) => nameField(field, fieldWords)).join(', '),
        },
      ].filter(({ label }) => label !== wording.plan.item.indicator || item.indicatorCode !== null)}
    />
  );
};

const dueFacts = (item: RegisterItem, { plan, item: words, format }: Wording): readonly Fact[] => {
  const { due } = item;
  if (due === null) return [{ label: plan.item.due, value: words.due.none }];
  return [
    {
      label: plan.item.due,
      value: (
        <>
          {describeDue(due, format, words)}
          {due.raw !== null && <span className={classes.quiet}> {words.due.asWritten(due.raw)}</span>}
        </>
      ),
    },
    {
      label: item.kind === 'task' ? plan.columns.taskState : plan.item.dueState,
      value: <ItemStateBadge item={item} />,
    },
  ];
};

const IndicatorLink = ({ item }: { readonly item: RegisterItem }) => {
  const { plan } = useWording();
  const code = item.indicatorCode;
  return (
    code !== null && (
      <Link to="/bo-chi-so/$code" params={{ code }}>
        {plan.item.openIndicator(code)}
      </Link>
    )
  );
};

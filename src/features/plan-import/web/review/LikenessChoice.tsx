import { Button, Group } from '@mantine/core';
import type { PreviewItem } from '#features/plan-import/contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { listLikenable } from './likenable.ts';
import { reviewMessages } from './messages.ts';
import type { ReviewActions } from './review-actions.ts';
import classes from './review.module.css';
import { SimilarItems } from './SimilarItems.tsx';

const DEEDS = [
  ['same', 'D'],
  ['distinct', 'F'],
] as const;

interface LikenessChoiceProps {
  readonly item: PreviewItem;
  readonly actions: ReviewActions;
}

/** What other documents have that looks like the item, and whether it is that; the keys decide on the first one. */
export const LikenessChoice = ({ item, actions }: LikenessChoiceProps) => {
  const words = useMessages(reviewMessages);
  const { sameAs } = item.review;
  const likenable = listLikenable(item);
  const first = likenable[0]?.itemId;
  const chosen = item.elsewhere.find(({ itemId }) => itemId === sameAs);
  return (
    <>
      <SimilarItems
        items={item.elsewhere}
        renderChoice={(other) =>
          likenable.includes(other) && (
            <Group gap="xs">
              {DEEDS.filter(([deed]) => deed === 'distinct' || other.itemId !== sameAs).map(([deed, key]) => (
                <Button
                  key={deed}
                  size="compact-xs"
                  variant="default"
                  aria-label={words.likenTo(words.actions[deed], other.name)}
                  rightSection={
                    other.itemId === first && (
                      <kbd aria-hidden="true" className={classes.key}>
                        {key}
                      </kbd>
                    )
                  }
                  onClick={() => {
                    actions.liken(item.readingId, deed, other.itemId);
                  }}
                >
                  {words.actions[deed]}
                </Button>
              ))}
            </Group>
          )
        }
      />
      {sameAs !== null && (
        <p className={classes.quiet}>
          {chosen ? `${words.sameAs(chosen.name)}. ` : ''}
          {words.sameEnters}
        </p>
      )}
    </>
  );
};

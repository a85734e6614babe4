import { Button } from '@mantine/core';
import { useMessages } from '#web/i18n/locale.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import dialogClasses from '#web/ui/Dialog.module.css';
import { reviewMessages } from './messages.ts';
import { REVIEW_KEYS } from './review-keys.ts';
import classes from './review.module.css';

/** All keys of the review and what they do. */
export const KeyHelp = ({ onClose }: { readonly onClose: () => void }) => {
  const words = useMessages(reviewMessages);
  return (
    <Dialog label={words.helpTitle} onClose={onClose}>
      <div className={dialogClasses.form}>
        <h2>{words.helpTitle}</h2>
        <p>{words.helpLead}</p>
        <dl className={classes.keys}>
          {REVIEW_KEYS.map(([command, keys]) => (
            <div key={command}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{words.actions[command]}</dd>
            </div>
          ))}
        </dl>
        <div>
          <Button variant="default" onClick={onClose}>
            {words.close}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};

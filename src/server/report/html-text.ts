import { runsOf, type RichText } from '#core/report/official-document.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text in which nothing is markup. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);

/** Text in its runs. */
export const richHtml = (text: RichText): string =>
  runsOf(text)
    .map((run) => {
      const letters = escapeHtml(run.text);
      const heavy = run.bold === true ? `<b>${letters}</b>` : letters;
      return run.italic === true ? `<i>${heavy}</i>` : heavy;
    })
    .join('');

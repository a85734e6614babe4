import type { Mail } from './mailer.ts';

/** A paragraph of a letter: a sentence, facts with their names, a list, or an address to open. */
export type LetterPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [name: string, value: string])[] }
  | { readonly kind: 'list'; readonly items: readonly LetterItem[] }
  | { readonly kind: 'link'; readonly address: string };

/** A line of a list, and the address that it opens. */
export interface LetterItem {
  readonly text: string;
  readonly address: string;
}

/** A letter in one language. */
export interface LetterSection {
  readonly language: 'vi' | 'en';
  readonly parts: readonly LetterPart[];
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;' },
  ...{ '"': '&quot;', "'": '&#39;' },
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const textOf = (part: LetterPart): string => {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'facts':
      return part.facts.map(([name, value]) => `${name}: ${value}`).join('\n');
    case 'list':
      return part.items.map(({ text, address }) => `- ${text}\n  ${address}`).join('\n');
    case 'link':
      return part.address;
  }
};

const linkOf = (text: string, address: string): string =>
  `<a href="${escapeHtml(address)}">${escapeHtml(text)}</a>`;

const htmlOf = (part: LetterPart): string => {
  switch (part.kind) {
    case 'text':
      return `<p>${escapeHtml(part.text)}</p>`;
    case 'facts':
      return `<p>${part.facts.map(([name, value]) => `${escapeHtml(name)}: <strong>${escapeHtml(value)}</strong>`).join('<br>')}</p>`;
    case 'list':
      return `<ul>${part.items.map(({ text, address }) => `<li>${linkOf(text, address)}</li>`).join('')}</ul>`;
    case 'link':
      return `<p>${linkOf(part.address, part.address)}</p>`;
  }
};

/** Writes a letter as plain text and as a page without pictures, scripts or anything from elsewhere. */
export const writeLetter = (
  { to, subject }: Pick<Mail, 'to' | 'subject'>,
  sections: readonly LetterSection[],
): Mail => {
  const pages = sections.map(
    ({ language, parts }) => `<div lang="${language}">\n${parts.map(htmlOf).join('\n')}\n</div>`,
  );
  return {
    ...{ to, subject },
    text: `${sections.map(({ parts }) => parts.map(textOf).join('\n\n')).join('\n\n---\n\n')}\n`,
    html: `<!doctype html>\n<html lang="vi"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>\n<body>\n${pages.join('\n<hr>\n')}\n</body></html>\n`,
  };
};

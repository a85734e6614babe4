import {
  KIND_NAMES,
  NATIONAL_MOTTO,
  NATIONAL_NAME,
  addresseeLines,
  closeLines,
  dateLine,
  issuerLines,
  numberLine,
  originLine,
  parentLine,
} from '#core/report/head-lines.ts';
import type { OfficialDocument } from '#core/report/official-document.ts';
import { escapeHtml } from './html-text.ts';

const lineHtml = (text: string, look = ''): string => `<p class="line ${look}">${escapeHtml(text)}</p>`;

const RULE = '<div class="rule" aria-hidden="true"></div>';

/** Everything above the text. */
export const headHtml = ({ head, addressees, bases }: OfficialDocument): string => {
  const kind = KIND_NAMES[head.kind];
  const issuer = [
    ...(head.parentBody === null ? [] : [lineHtml(parentLine(head.parentBody), 'medium')]),
    ...issuerLines(head).map((text) => lineHtml(text, 'medium strong')),
    RULE,
    lineHtml(numberLine(head), 'medium gap'),
    ...(kind === null ? [lineHtml(`V/v ${head.subject}`, 'small')] : []),
  ];
  const nation = [
    lineHtml(NATIONAL_NAME, 'medium strong'),
    lineHtml(NATIONAL_MOTTO, 'strong'),
    '<div class="rule motto" aria-hidden="true"></div>',
    lineHtml(dateLine(head), 'slanted gap'),
  ];
  const title =
    kind === null
      ? ''
      : `<h1 class="line">${escapeHtml(kind.toUpperCase())}<br>${escapeHtml(head.subject)}</h1>${RULE}`;
  const lines = addresseeLines(addressees);
  const addressed =
    lines.length === 0
      ? ''
      : lines.length === 1
        ? lineHtml(`Kính gửi: ${lines.join('')}`, 'gap')
        : `<div class="addressees"><p class="line">Kính gửi:</p>${lines.map((text) => lineHtml(text)).join('')}</div>`;
  return `<header class="halves"><div>${issuer.join('')}</div><div>${nation.join('')}</div></header>${title}${addressed}
${closeLines(bases)
  .map((text) => `<p class="slanted">${escapeHtml(text)}</p>`)
  .join('')}`;
};

/** Recipients on the left, the signature on the right, and by what the paper is traced. */
export const closeHtml = ({ signature, recipients, origin }: OfficialDocument): string => {
  const list = closeLines(recipients).map((text) => `<p class="line recipient">- ${escapeHtml(text)}</p>`);
  const left =
    list.length === 0 ? '' : `<p class="line small left strong slanted">Nơi nhận:</p>${list.join('')}`;
  const right = `${signature.authority.map((text) => lineHtml(text, 'strong')).join('')}<div class="signature"></div>${lineHtml(signature.signer ?? '', 'strong')}`;
  const traced = origin === null ? '' : `<p class="line origin">${escapeHtml(originLine(origin))}</p>`;
  return `<footer class="halves close"><div>${left}</div><div>${right}</div></footer>${traced}`;
};

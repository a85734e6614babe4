import { BODY, FONT, PAGE, SIZE } from '#core/report/official-layout.ts';

const { margin } = PAGE;
const padding = `${String(margin.top)}mm ${String(margin.right)}mm ${String(margin.bottom)}mm ${String(margin.left)}mm`;

/** Paper as on a desk: sheets of the true width that grow with what stands on them. */
export const STYLE_SHEET = `
*{box-sizing:border-box}
body{margin:0;background:#d4d4d4;color:#000;font:${String(SIZE.body)}pt/${String(BODY.line * 1.15)} "${FONT}",Tinos,"Liberation Serif",serif}
.sheet{background:#fff;margin:6mm auto;padding:${padding};max-width:100%;box-shadow:0 0 1mm #999}
.portrait{width:${String(PAGE.width)}mm;min-height:${String(PAGE.height)}mm}
.landscape{width:${String(PAGE.height)}mm;min-height:${String(PAGE.width)}mm}
p,h2,h3{margin:0 0 ${String(BODY.after)}pt;text-align:justify;text-indent:${String(BODY.firstLine)}mm;font-size:inherit}
.line{margin:0;text-align:center;text-indent:0;line-height:1.15}
h1.line{font-size:inherit;margin:6mm 0 0}
.strong{font-weight:bold}.slanted{font-style:italic}.medium{font-size:${String(SIZE.issuingBody)}pt}.small{font-size:${String(SIZE.recipientsTitle)}pt}
.left{text-align:left}.center{text-align:center}.right{text-align:right}.gap{margin:6pt 0}
.halves{display:grid;grid-template-columns:65fr 100fr}
.close{grid-template-columns:1fr 1fr;margin-top:4mm;break-inside:avoid}
.rule{width:24mm;border-top:.6pt solid #000;margin:1mm auto 3mm}.motto{width:60mm}
.signature{height:26mm}
.recipient{font-size:${String(SIZE.recipients)}pt;text-align:left}
.origin{font-size:${String(SIZE.origin)}pt;font-style:italic;text-align:left;margin-top:4mm;overflow-wrap:anywhere}
.addressees{margin:5mm 0 3mm 30mm}.addressees .line{text-align:left}
.caption{font-size:${String(SIZE.caption)}pt;font-weight:bold;font-style:italic;text-align:center;text-indent:0}
.source{font-size:${String(SIZE.table)}pt;font-style:italic;text-indent:0}
table{width:100%;border-collapse:collapse;font-size:${String(SIZE.table)}pt;line-height:1.15;margin:0 0 ${String(BODY.after)}pt;table-layout:fixed}
td,th{border:.5pt solid #000;padding:.8mm 1.2mm;vertical-align:middle;overflow-wrap:break-word}
th.mixed{font-weight:normal}
thead th{background:#ededed;text-align:center}
figure{margin:0 0 ${String(BODY.after)}pt}figure svg{max-width:100%;height:auto;display:block}
@media(max-width:60em){.sheet{padding:6mm 4mm;margin:2mm 0}.landscape{overflow-x:auto}.landscape table{min-width:45em}}
@media(max-width:40em){body{font-size:12pt}.halves{grid-template-columns:1fr;row-gap:3mm}.addressees{margin-left:0}.portrait{overflow-x:auto}.portrait table{min-width:40em}}
@media print{body{background:none}.sheet{box-shadow:none;margin:0;padding:0;width:auto;break-after:page}}
`.replace(/\n/g, '');

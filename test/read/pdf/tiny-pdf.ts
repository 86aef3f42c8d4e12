export interface TinyPage {
  /** Its drawing operators. Fonts: /F1 Helvetica, /F2 Helvetica-Bold, /F3 Times-Italic; images: /Im grey, 2 x 2 pixels. */
  content: string;
  /** More entries of the page's dictionary, such as `/Rotate 90`. */
  entries?: string;
}

/** A small PDF as its text; a page is 200 x 400 points unless its entries say otherwise. Objects from 20 on are free for `more`. */
export function tinyPdf(pages: readonly TinyPage[], more: Readonly<Record<number, string>> = {}): Uint8Array {
  const font = (name: string): string =>
    `<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding>>`;
  const image =
    '<</Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8/Length 8/Filter/ASCIIHexDecode>>stream\n80808080\nendstream';
  const objects = new Map<number, string>([
    [1, `<</Type/Catalog/Pages 2 0 R>>`],
    [
      2,
      `<</Type/Pages/Count ${pages.length}/MediaBox[0 0 200 400]/Kids[${pages.map((_, i) => `${100 + 2 * i} 0 R`).join(' ')}]/Resources<</Font<</F1 3 0 R/F2 4 0 R/F3 5 0 R>>/XObject<</Im 6 0 R>>>>>>`,
    ],
    [3, font('Helvetica')],
    [4, font('Helvetica-Bold')],
    [5, font('Times-Italic')],
    [6, image],
    ...pages.flatMap(({ content, entries = '' }, i): [number, string][] => [
      [100 + 2 * i, `<</Type/Page/Parent 2 0 R/Contents ${101 + 2 * i} 0 R${entries}>>`],
      [101 + 2 * i, `<</Length ${content.length}>>stream\n${content}\nendstream`],
    ]),
    ...Object.entries(more).map(([number, object]): [number, string] => [Number(number), object]),
  ]);
  let text = '%PDF-1.7\n';
  const offsets = new Map<number, number>();
  for (const [number, object] of objects) {
    offsets.set(number, text.length);
    text += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const start = text.length;
  text += 'xref\n0 1\n0000000000 65535 f \n';
  for (const [number, offset] of offsets)
    text += `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`;
  text += `trailer\n<</Size ${Math.max(...offsets.keys()) + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

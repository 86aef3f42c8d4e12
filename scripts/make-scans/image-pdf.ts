import PDFDocument from 'pdfkit';

/** A PDF of page images alone, as a scanner writes it. Images are PNG or JPEG of the given resolution. */
export async function imagePdf(
  images: readonly { data: Buffer; width: number; height: number }[],
  dpi: number,
): Promise<Buffer> {
  const document = new PDFDocument({
    autoFirstPage: false,
    info: { CreationDate: new Date(0), Producer: 'make-scans', Creator: 'make-scans' },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.on('end', resolve));
  for (const { data, width, height } of images) {
    const size: [number, number] = [(width * 72) / dpi, (height * 72) / dpi];
    document.addPage({ size, margin: 0 }).image(data, 0, 0, { width: size[0], height: size[1] });
  }
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

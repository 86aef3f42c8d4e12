import { PDFiumModule } from '@hyzyla/pdfium';
import type { PageImage } from '../../plan/document.ts';

type Declared = Awaited<ReturnType<typeof PDFiumModule>>;
type Pdfium = Declared & Undeclared;

/** Functions of the library that its types leave out. */
interface Undeclared {
  _FPDF_GetPageWidthF(page: number): number;
  _FPDF_GetPageHeightF(page: number): number;
  _FPDF_GetPageBoundingBox(page: number, rectangle: number): number;
  _FPDFPage_GetRotation(page: number): number;
  _FPDFPage_GetAnnotCount(page: number): number;
  _FPDF_RenderPageBitmapWithMatrix(
    bitmap: number,
    page: number,
    matrix: number,
    clip: number,
    flags: number,
  ): void;
  _FPDFPageObj_GetMatrix(object: number, matrix: number): number;
  _FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number;
  _FPDFPageObj_HasTransparency(object: number): number;
  _FPDFFormObj_CountObjects(form: number): number;
  _FPDFFormObj_GetObject(form: number, index: number): number;
}

const UNDECLARED: readonly (keyof Undeclared)[] = [
  '_FPDF_GetPageWidthF',
  '_FPDF_GetPageHeightF',
  '_FPDF_GetPageBoundingBox',
  '_FPDFPage_GetRotation',
  '_FPDFPage_GetAnnotCount',
  '_FPDF_RenderPageBitmapWithMatrix',
  '_FPDFPageObj_GetMatrix',
  '_FPDFPageObj_GetBounds',
  '_FPDFPageObj_HasTransparency',
  '_FPDFFormObj_CountObjects',
  '_FPDFFormObj_GetObject',
];

/** fpdfview.h, fpdf_edit.h */
const TEXT = 1;
const IMAGE = 3;
const FORM = 5;
const BITMAP_BGR = 2;
const RENDER_ANNOTATIONS = 0x01;
const RENDER_RGB = 0x10;
const WHITE = 0xffffffff;

const MAX_DEPTH = 8;
const MAX_OBJECTS = 200_000;

/** Resolution for pages that are drawn, and the most for scans. */
const DRAWN_DPI = 200;
const SCAN_DPI = 300;
/** A page of which images cover so much is a scan. */
const SCAN_COVERAGE = 0.8;
/** Cells a side of the grid on which the covered part of a page is counted. */
const GRID = 64;

/** What lies on a page besides its words. */
export interface PageObjects {
  /** Share of the page that images cover, 0–1. */
  imageCovered: number;
  /** Share of the text objects that a later, opaque image covers, 0–1. */
  textBelow: number;
  /** The largest image; null where there is none. */
  image: PlacedImage | null;
  /** Nothing is drawn at all, annotations included. */
  isBlank: boolean;
  /** Nothing is drawn but images and what lies below them. */
  onlyImages: boolean;
}

export interface PlacedImage {
  /** In points on the page as it is looked at, origin top left. */
  left: number;
  top: number;
  width: number;
  height: number;
  /** Its own pixels across and down the page as it is looked at. */
  across: number;
  down: number;
}

type Rectangle = [left: number, bottom: number, right: number, top: number];

let library: Promise<Pdfium> | undefined;

function loadPdfium(): Promise<Pdfium> {
  library ??= PDFiumModule({}).then((module) => {
    module._FPDF_InitLibraryWithConfig({ version: 2 });
    if (!isComplete(module)) throw new Error('PDFium lacks functions');
    return module;
  });
  return library;
}

function isComplete(module: Declared): module is Pdfium {
  return UNDECLARED.every((name) => name in module);
}

/** A PDF opened with PDFium, for what its pages look like. */
export class PdfiumDocument {
  readonly #pdfium: Pdfium;
  readonly #bytes: number;
  readonly #document: number;

  private constructor(pdfium: Pdfium, bytes: number, document: number) {
    this.#pdfium = pdfium;
    this.#bytes = bytes;
    this.#document = document;
  }

  /** Null where the file can't be opened without a password or at all. */
  static async open(bytes: Uint8Array): Promise<PdfiumDocument | null> {
    const pdfium = await loadPdfium();
    const at = pdfium.wasmExports.malloc(bytes.length + 1);
    if (at === 0) return null;
    pdfium.HEAPU8.set(bytes, at);
    // The terminating zero is the empty password.
    pdfium.HEAPU8[at + bytes.length] = 0;
    const document = pdfium._FPDF_LoadMemDocument(at, bytes.length, at + bytes.length);
    if (document === 0) {
      pdfium.wasmExports.free(at);
      return null;
    }
    return new PdfiumDocument(pdfium, at, document);
  }

  get pageCount(): number {
    return this.#pdfium._FPDF_GetPageCount(this.#document);
  }

  /** What lies on a page, one-based; null where it can't be opened. */
  objects(page: number): PageObjects | null {
    return this.#withPage(page, (handle) => this.#objects(handle));
  }

  /**
   * What a page, one-based, looks like, annotations included: a scan in its own resolution, up to 300 dpi; anything
   * else at 200 dpi; less where that would be more than `maxPixels`. Null where it can't be opened.
   */
  image(page: number, maxPixels: number): PageImage | null {
    return this.#withPage(page, (handle) => {
      const pdfium = this.#pdfium;
      const points = [pdfium._FPDF_GetPageWidthF(handle), pdfium._FPDF_GetPageHeightF(handle)] as const;
      if (!(points[0] > 0 && points[1] > 0)) return null;
      const { x, y } = scaleFor(this.#objects(handle), points, maxPixels);
      const width = Math.min(maxPixels, Math.max(1, Math.round(points[0] * x.scale)));
      const height = Math.min(Math.floor(maxPixels / width), Math.max(1, Math.round(points[1] * y.scale)));
      const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, BITMAP_BGR, 0, 0);
      if (bitmap === 0) return null;
      const numbers = pdfium.wasmExports.malloc(40);
      try {
        const view = new DataView(pdfium.HEAPU8.buffer, numbers, 40);
        const matrix = [x.scale, 0, 0, y.scale, x.offset, y.offset];
        for (const [index, value] of [...matrix, 0, 0, width, height].entries()) {
          view.setFloat32(index * 4, value, true);
        }
        pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
        const flags = RENDER_ANNOTATIONS | RENDER_RGB;
        pdfium._FPDF_RenderPageBitmapWithMatrix(bitmap, handle, numbers, numbers + 24, flags);
        const stride = pdfium._FPDFBitmap_GetStride(bitmap);
        const at = pdfium._FPDFBitmap_GetBuffer(bitmap);
        const pixels = pdfium.HEAPU8.subarray(at, at + stride * height);
        const dpi = ((x.scale + y.scale) / 2) * 72;
        return { ...packed(pixels, width, height, stride), width, height, dpi };
      } finally {
        pdfium.wasmExports.free(numbers);
        pdfium._FPDFBitmap_Destroy(bitmap);
      }
    });
  }

  close(): void {
    this.#pdfium._FPDF_CloseDocument(this.#document);
    this.#pdfium.wasmExports.free(this.#bytes);
  }

  #withPage<T>(page: number, work: (handle: number) => T): T | null {
    const handle = this.#pdfium._FPDF_LoadPage(this.#document, page - 1);
    if (handle === 0) return null;
    try {
      return work(handle);
    } finally {
      this.#pdfium._FPDF_ClosePage(handle);
    }
  }

  #objects(handle: number): PageObjects {
    const pdfium = this.#pdfium;
    const page = this.#rectangle((at) => pdfium._FPDF_GetPageBoundingBox(handle, at), PAGE_BOX);
    const covered = new Uint8Array(GRID * GRID);
    let largest = 0;
    let image: PlacedImage | null = null;
    let texts = 0;
    let textsBelow = 0;
    let onlyImages = true;
    let seen = 0;
    const visit = (object: number, depth: number): void => {
      seen++;
      if (object === 0 || seen > MAX_OBJECTS) return;
      const type = pdfium._FPDFPageObj_GetType(object);
      if (type === FORM) {
        if (depth === MAX_DEPTH) return;
        const count = pdfium._FPDFFormObj_CountObjects(object);
        for (let i = 0; i < count; i++) visit(pdfium._FPDFFormObj_GetObject(object, i), depth + 1);
      } else if (type === IMAGE) {
        const box = this.#rectangle(
          (at) => pdfium._FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12),
          OBJECT_BOX,
        );
        const share = cover(covered, box, page);
        if (share > SCAN_COVERAGE && pdfium._FPDFPageObj_HasTransparency(object) === 0) {
          textsBelow = texts;
          onlyImages = true;
        }
        if (share > largest) {
          largest = share;
          image = this.#placedImage(object, box, page, pdfium._FPDFPage_GetRotation(handle));
        }
      } else {
        if (type === TEXT) texts++;
        onlyImages = false;
      }
    };
    const count = pdfium._FPDFPage_CountObjects(handle);
    for (let i = 0; i < count; i++) visit(pdfium._FPDFPage_GetObject(handle, i), 0);
    return {
      imageCovered: covered.reduce((sum, cell) => sum + cell, 0) / covered.length,
      textBelow: texts === 0 ? 0 : textsBelow / texts,
      image,
      isBlank: count === 0 && pdfium._FPDFPage_GetAnnotCount(handle) === 0,
      onlyImages,
    };
  }

  #placedImage(object: number, box: Rectangle, page: Rectangle, rotation: number): PlacedImage | null {
    const pdfium = this.#pdfium;
    const at = pdfium.wasmExports.malloc(24);
    try {
      if (pdfium._FPDFImageObj_GetImagePixelSize(object, at, at + 4) === 0) return null;
      const size = new DataView(pdfium.HEAPU8.buffer, at, 24);
      const pixels = [size.getUint32(0, true), size.getUint32(4, true)] as const;
      if (pdfium._FPDFPageObj_GetMatrix(object, at) === 0) return null;
      const matrix = new DataView(pdfium.HEAPU8.buffer, at, 24);
      const isOnItsSide = Math.abs(matrix.getFloat32(4, true)) > Math.abs(matrix.getFloat32(0, true));
      const [across, down] = isOnItsSide === (rotation % 2 === 1) ? pixels : [pixels[1], pixels[0]];
      const placed = { ...lookedAt(box, page, rotation), across, down };
      return across > 0 && down > 0 && placed.width > 0 && placed.height > 0 ? placed : null;
    } finally {
      pdfium.wasmExports.free(at);
    }
  }

  /** Four floats that a function writes, in the order that it writes them in. */
  #rectangle(write: (at: number) => number, order: readonly [number, number, number, number]): Rectangle {
    const at = this.#pdfium.wasmExports.malloc(16);
    try {
      if (write(at) === 0) return [0, 0, 0, 0];
      const view = new DataView(this.#pdfium.HEAPU8.buffer, at, 16);
      const [left, bottom, right, top] = order.map((index) => view.getFloat32(index * 4, true));
      return [left ?? 0, bottom ?? 0, right ?? 0, top ?? 0];
    } finally {
      this.#pdfium.wasmExports.free(at);
    }
  }
}

/** Where left, bottom, right and top stand: FS_RECTF is left, top, right, bottom. */
const PAGE_BOX = [0, 3, 2, 1] as const;
const OBJECT_BOX = [0, 1, 2, 3] as const;

/** A box of the file's coordinates on the page turned clockwise by quarter turns, origin top left. */
function lookedAt(
  [l, b, r, t]: Rectangle,
  [pageL, pageB, pageR, pageT]: Rectangle,
  rotation: number,
): Pick<PlacedImage, 'left' | 'top' | 'width' | 'height'> {
  const [width, height] = [r - l, t - b];
  if (rotation === 1) return { left: b - pageB, top: l - pageL, width: height, height: width };
  if (rotation === 2) return { left: pageR - r, top: b - pageB, width, height };
  if (rotation === 3) return { left: pageT - t, top: pageR - r, width: height, height: width };
  return { left: l - pageL, top: pageT - t, width, height };
}

/** Along one axis of the page. */
interface Axis {
  /** Pixels a point. */
  scale: number;
  offset: number;
}

/**
 * How large to draw a page of so many points. A scan is drawn so that its pixels fall on the image's own, which leaves them
 * as they are.
 */
function scaleFor(
  { imageCovered, image, onlyImages }: PageObjects,
  points: readonly [number, number],
  maxPixels: number,
): { x: Axis; y: Axis } {
  const evenly = (dpi: number): { x: Axis; y: Axis } => {
    const scale = Math.min(dpi / 72, Math.sqrt(maxPixels / (points[0] * points[1])));
    return { x: { scale, offset: 0 }, y: { scale, offset: 0 } };
  };
  if (image === null || imageCovered < SCAN_COVERAGE) return evenly(DRAWN_DPI);
  const dpi = Math.max(image.across / image.width, image.down / image.height) * 72;
  if (!onlyImages && dpi < DRAWN_DPI) return evenly(DRAWN_DPI);
  const x = exactly(image.left, image.width, image.across);
  const y = exactly(image.top, image.height, image.down);
  return dpi > SCAN_DPI || points[0] * x.scale * points[1] * y.scale > maxPixels
    ? evenly(Math.min(SCAN_DPI, dpi))
    : { x, y };
}

/** PDFium draws an image on all pixels that it touches: a little less than whole ones keeps it off the next. */
function exactly(start: number, length: number, pixels: number): Axis {
  const scale = (pixels - 0.02) / length;
  return { scale, offset: Math.round(start * scale) + 0.01 - start * scale };
}

/** Marks the cells of the grid whose middles a box on the page covers; gives the share that the box alone covers. */
function cover(grid: Uint8Array, box: Rectangle, page: Rectangle): number {
  const [left, bottom, right, top] = page;
  const cells = (from: number, to: number, start: number, length: number): [number, number] => {
    const cell = (value: number): number =>
      Math.min(GRID, Math.max(0, Math.round(((value - start) / length) * GRID) || 0));
    return [cell(from), cell(to)];
  };
  const [x0, x1] = cells(box[0], box[2], left, right - left);
  const [y0, y1] = cells(box[1], box[3], bottom, top - bottom);
  for (let y = y0; y < y1; y++) grid.fill(1, y * GRID + x0, y * GRID + x1);
  return (Math.max(0, x1 - x0) * Math.max(0, y1 - y0)) / grid.length;
}

/** RGB rows without their padding; grey where no pixel has a colour. */
function packed(
  pixels: Uint8Array,
  width: number,
  height: number,
  stride: number,
): Pick<PageImage, 'data' | 'channels'> {
  if (isGrey(pixels, width, height, stride)) {
    const data = new Uint8Array(width * height);
    for (let y = 0, to = 0; y < height; y++) {
      for (let at = y * stride, end = at + width * 3; at < end; at += 3) data[to++] = pixels[at] ?? 0;
    }
    return { data, channels: 1 };
  }
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    data.set(pixels.subarray(y * stride, y * stride + width * 3), y * width * 3);
  }
  return { data, channels: 3 };
}

function isGrey(pixels: Uint8Array, width: number, height: number, stride: number): boolean {
  for (let y = 0; y < height; y++) {
    for (let at = y * stride, end = at + width * 3; at < end; at += 3) {
      if (pixels[at] !== pixels[at + 1] || pixels[at] !== pixels[at + 2]) return false;
    }
  }
  return true;
}

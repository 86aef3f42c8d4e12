import sharp, { type Metadata, type Sharp, type SharpOptions } from 'sharp';
import { PageFailure, type PageImage, type Reading } from '../plan/document.ts';
import { DocumentFailure } from '../plan/failure.ts';

/** What an image may cost. */
export interface ImageLimits {
  fileBytes: number;
  pages: number;
  /** Of a page as the file holds it; A2 at 600 dpi has 140 million. */
  inputPixels: number;
  /** Of a page's image; a larger page is shown smaller. */
  imagePixels: number;
  /** For decoding one page. */
  pageSeconds: number;
}

const MB = 1024 * 1024;

export const IMAGE_LIMITS: ImageLimits = {
  fileBytes: 512 * MB,
  pages: 2000,
  inputPixels: 150e6,
  imagePixels: 16e6,
  pageSeconds: 60,
};

const MEDIA_TYPES = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  tiff: 'image/tiff',
  webp: 'image/webp',
} as const;

/**
 * The longer side of a page in inches, from a notebook's to A2's. A resolution that makes it less or more is not
 * the scanner's but a number that a program fills in (cameras write 72).
 */
const PAGE_INCHES = { from: 5, to: 24 };

/**
 * Opens an image as a document: each page of a TIFF and each frame of a WebP is a page, decoded as it is asked for,
 * upright, on white. Throws a DocumentFailure where there is no page that could be decoded.
 */
export async function readImage(
  format: keyof typeof MEDIA_TYPES,
  path: string,
  bytes: Uint8Array,
  limits: ImageLimits = IMAGE_LIMITS,
): Promise<Reading> {
  if (bytes.length > limits.fileBytes) throw new DocumentFailure('too-large', path, megabytes(bytes));
  const metadata = await opened(bytes, 0)
    .metadata()
    .catch(() => {
      throw new DocumentFailure('damaged', path);
    });
  const pages = metadata.pages ?? 1;
  if (pages > limits.pages) throw new DocumentFailure('too-many-pages', path, String(pages));
  if (pages === 1 && isTooLarge(metadata, limits)) {
    throw new DocumentFailure('too-large', path, `${metadata.width} × ${metadata.height} px`);
  }
  return {
    kind: 'pages',
    file: {
      mediaType: MEDIA_TYPES[format],
      pages: Array.from({ length: pages }, (_, index) => ({
        page: index + 1,
        layer: async () => null,
        image: () => pageImage(bytes, index + 1, limits),
      })),
      close: async () => {},
    },
  };
}

async function pageImage(bytes: Uint8Array, page: number, limits: ImageLimits): Promise<PageImage> {
  try {
    const metadata = await opened(bytes, page - 1).metadata();
    if (isTooLarge(metadata, limits)) throw new PageFailure(page, 'too-large');
    const { width, height } = metadata.autoOrient;
    const scale = Math.min(1, Math.sqrt(limits.imagePixels / (width * height)));
    const size = { width: Math.floor(width * scale), height: Math.floor(height * scale) };
    const grey = metadata.space === 'b-w' || metadata.space === 'grey16';
    let image = opened(bytes, page - 1).autoOrient();
    if (scale < 1) image = image.resize({ ...size, fit: 'fill' });
    image = image.flatten({ background: 'white' }).toColourspace(grey ? 'b-w' : 'srgb');
    const { data, info } = await image
      .timeout({ seconds: limits.pageSeconds })
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const dpi = statedResolution(metadata);
    return {
      data,
      width: info.width,
      height: info.height,
      channels: info.channels === 1 ? 1 : 3,
      dpi: dpi === null ? null : dpi * scale,
    };
  } catch (error) {
    if (error instanceof PageFailure) throw error;
    const late = error instanceof Error && /timeout/i.test(error.message);
    throw new PageFailure(page, late ? 'time' : 'broken', { cause: error });
  }
}

function opened(bytes: Uint8Array, page: number): Sharp {
  const options: SharpOptions = {
    page,
    // Held by isTooLarge, so that a failure can say it.
    limitInputPixels: false,
    // A page that ends in the middle has lost writing; odd tags alone have not.
    failOn: 'error',
    sequentialRead: true,
  };
  return sharp(bytes, options);
}

function isTooLarge({ width, height }: Metadata, { inputPixels }: ImageLimits): boolean {
  return width * height > inputPixels;
}

function statedResolution({ density, width, height }: Metadata): number | null {
  if (density === undefined || density <= 0) return null;
  const inches = Math.max(width, height) / density;
  return inches >= PAGE_INCHES.from && inches <= PAGE_INCHES.to ? density : null;
}

function megabytes(bytes: Uint8Array): string {
  return `${Math.round(bytes.length / MB)} MB`;
}

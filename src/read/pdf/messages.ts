import { z } from 'zod';
import { Box } from '../../plan/record.ts';

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** What the program asks of the process that reads PDFs. */
export const Request = z.discriminatedUnion('ask', [
  z.object({
    ask: z.literal('open'),
    document: z.int(),
    bytes: Bytes,
    seconds: z.number(),
    maxPages: z.int(),
  }),
  z.object({
    ask: z.literal('layer'),
    document: z.int(),
    page: z.int(),
    seconds: z.number(),
    maxWords: z.int(),
  }),
  z.object({
    ask: z.literal('image'),
    document: z.int(),
    page: z.int(),
    seconds: z.number(),
    maxPixels: z.number(),
  }),
  z.object({ ask: z.literal('close'), document: z.int(), seconds: z.number() }),
]);

const PageWord = z.object({
  text: z.string(),
  confidence: z.number(),
  box: Box,
  size: z.number().nullable(),
  bold: z.boolean().exactOptional(),
  italic: z.boolean().exactOptional(),
  font: z.string().exactOptional(),
});

const WordPage = z.object({
  width: z.number(),
  height: z.number(),
  words: z.array(PageWord),
  rules: z.array(Box),
  angle: z.number(),
  unread: z.array(Box),
  layer: z
    .object({ invisible: z.number(), imageCovered: z.number().nullable(), blank: z.boolean() })
    .exactOptional(),
});

const PageImage = z.object({
  data: Bytes,
  width: z.int(),
  height: z.int(),
  channels: z.union([z.literal(1), z.literal(3)]),
  dpi: z.number().nullable(),
});

/** What it answers; `seconds` of one processor went into it, `memory` bytes it holds afterwards. */
export const Answer = z.object({
  seconds: z.number(),
  memory: z.number(),
  result: z.discriminatedUnion('got', [
    z.object({ got: z.literal('pages'), pages: z.int().positive() }),
    z.object({ got: z.literal('layer'), layer: WordPage }),
    z.object({ got: z.literal('image'), image: PageImage }),
    z.object({ got: z.literal('closed') }),
    z.object({
      got: z.literal('failure'),
      failure: z.enum(['encrypted', 'damaged', 'no-pages', 'too-many-pages', 'broken', 'too-large']),
      detail: z.string().nullable(),
    }),
  ]),
});

export type Request = z.infer<typeof Request>;
export type Answer = z.infer<typeof Answer>;
export type Result = Answer['result'];

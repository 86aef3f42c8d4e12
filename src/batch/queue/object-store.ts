import { parseXml, type XmlElement, XmlNode } from '@rgrove/parse-xml';
import { AwsClient } from 'aws4fetch';
import { DocumentFailure } from '../../plan/failure.ts';
import { isDocumentName, isNote } from '../discover.ts';
import { MAX_BYTES, megabytes } from '../document-bytes.ts';

const PREFIX = 's3://';
/** A store that says nothing for so long is taken to be away. */
const PATIENCE_MS = 60_000;

/** Whether a path names a document in an object store rather than a file. */
export function isObjectPath(path: string): boolean {
  return path.startsWith(PREFIX);
}

/** No object store is known: what it is called, or whom it is to let in, is not said. */
export class NoObjectStore extends Error {
  constructor() {
    super('AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set');
    this.name = 'NoObjectStore';
  }
}

/** Documents in a store that speaks S3, named `s3://bucket/key`. */
export class ObjectStore {
  readonly #client: AwsClient;
  readonly #endpoint: string;

  private constructor(client: AwsClient, endpoint: string) {
    this.#client = client;
    this.#endpoint = endpoint.replace(/\/+$/, '');
  }

  /**
   * The store that the environment names as other programs want it named: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY,
   * AWS_SESSION_TOKEN, AWS_REGION, and AWS_ENDPOINT_URL_S3 or AWS_ENDPOINT_URL for one that is not Amazon's. Throws
   * NoObjectStore.
   */
  static fromEnvironment(env: Readonly<Record<string, string | undefined>>): ObjectStore {
    const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = env;
    if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) throw new NoObjectStore();
    const region = env.AWS_REGION || env.AWS_DEFAULT_REGION || 'us-east-1';
    const client = new AwsClient({
      accessKeyId: AWS_ACCESS_KEY_ID,
      secretAccessKey: AWS_SECRET_ACCESS_KEY,
      ...(AWS_SESSION_TOKEN ? { sessionToken: AWS_SESSION_TOKEN } : {}),
      region,
      service: 's3',
      retries: 4,
    });
    const endpoint = env.AWS_ENDPOINT_URL_S3 || env.AWS_ENDPOINT_URL || `https://s3.${region}.amazonaws.com`;
    return new ObjectStore(client, endpoint);
  }

  /**
   * What lies below an address (`s3://bucket/folder/`, or that of one document), in the order of the names, some at a time:
   * documents, and what by its name is none. Throws a DocumentFailure where they can't be listed.
   */
  async *list(address: string): AsyncGenerator<{ paths: string[]; skipped: string[] }> {
    const { bucket, key } = partsOf(address);
    let next: string | null = null;
    do {
      const query = new URLSearchParams({ 'list-type': '2', prefix: key });
      if (next !== null) query.set('continuation-token', next);
      const response = await this.#ask(address, `${this.#endpoint}/${encode(bucket)}?${query}`);
      const { root } = parseXml(await response.text());
      const keys = childrenOf(root, 'Contents').flatMap((entry) => textOf(entry, 'Key') ?? []);
      const isDocument = (each: string): boolean => each === key || isDocumentName(each);
      const below = keys.filter((each) => each === key || (isBelow(each, key) && !each.endsWith('/')));
      const pathOf = (each: string): string => `${PREFIX}${bucket}/${each}`;
      yield {
        paths: below.filter(isDocument).map(pathOf),
        skipped: below.filter((each) => !isDocument(each) && !isNote(each)).map(pathOf),
      };
      next = root === null ? null : textOf(root, 'NextContinuationToken');
    } while (next !== null);
  }

  /** A document's bytes. Throws a DocumentFailure where they can't be had. */
  async get(path: string): Promise<Uint8Array> {
    const { bucket, key } = partsOf(path);
    const response = await this.#ask(
      path,
      `${this.#endpoint}/${encode(bucket)}/${key.split('/').map(encode).join('/')}`,
    );
    const size = Number(response.headers.get('content-length') ?? 0);
    if (size > MAX_BYTES) {
      await response.body?.cancel();
      throw new DocumentFailure('too-large', path, megabytes(size));
    }
    const chunks: Uint8Array[] = [];
    let length = 0;
    try {
      for await (const chunk of response.body ?? []) {
        length += chunk.byteLength;
        if (length > MAX_BYTES) throw new DocumentFailure('too-large', path, megabytes(length));
        chunks.push(chunk);
      }
    } catch (error) {
      if (error instanceof DocumentFailure) throw error;
      throw new DocumentFailure('unreadable', path, reasonOf(error));
    }
    return Buffer.concat(chunks, length);
  }

  async #ask(path: string, url: string): Promise<Response> {
    let response: Response;
    try {
      // What it answers is taken from nowhere else.
      response = await this.#client.fetch(url, {
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
    } catch (error) {
      throw new DocumentFailure('unreadable', path, reasonOf(error));
    }
    if (response.ok) return response;
    await response.body?.cancel();
    if (response.status === 404) throw new DocumentFailure('not-found', path);
    throw new DocumentFailure('unreadable', path, `HTTP ${response.status}`);
  }
}

function partsOf(address: string): { bucket: string; key: string } {
  const [bucket = '', ...key] = address.slice(PREFIX.length).split('/');
  return { bucket, key: key.join('/') };
}

/** A name that merely begins alike is not below it. */
function isBelow(key: string, folder: string): boolean {
  return folder === '' || folder.endsWith('/') || key.startsWith(`${folder}/`);
}

/** As signatures want it (RFC 3986, 2.3). */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function childrenOf(element: XmlElement | null, name: string): XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement =>
      child.type === XmlNode.TYPE_ELEMENT && 'name' in child && child.name === name,
  );
}

function textOf(element: XmlElement, name: string): string | null {
  return childrenOf(element, name)[0]?.text ?? null;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : error.message;
}

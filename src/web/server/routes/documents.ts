import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { note } from '../../../store/audit.ts';
import type { ErrorAnswer, IntakeAnswer } from '../../api.ts';
import type { Desk } from '../desk.ts';
import { Intake } from '../intake.ts';

/** Nothing larger is read: see docs/cli.md. */
const MAX_BYTES = 128 * 1024 * 1024;
const MAX_FILES = 100;

/** Documents that are dropped on the desk, and how they fare. */
export async function documentRoutes(api: FastifyInstance, desk: Desk): Promise<void> {
  const intake = new Intake(desk);
  api.addHook('onClose', () => intake.close());
  await api.register(multipart, {
    limits: { fileSize: MAX_BYTES, files: MAX_FILES, fields: 0, parts: MAX_FILES },
    throwFileSizeLimit: false,
  });

  api.get('/documents', async (): Promise<IntakeAnswer> => ({ documents: intake.documents }));

  api.post(
    '/documents',
    { bodyLimit: MAX_FILES * MAX_BYTES },
    async (request, reply): Promise<IntakeAnswer | ErrorAnswer> => {
      const account = request.account?.name ?? '';
      for await (const part of request.files()) {
        const name = await intake.take(part.filename, part.file, () => !part.file.truncated, account);
        if (name === null) {
          void reply.code(413);
          return { error: 'too-large', detail: part.filename };
        }
        const at = new Date().toISOString();
        await desk.store.change((db) =>
          note(db, { at, account, action: 'add', subject: name, detail: null }),
        );
      }
      return { documents: intake.documents };
    },
  );
}

import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export const ROLES = ['viewer', 'reviewer'] as const;
/** A viewer looks, a reviewer also corrects, accepts and adds. */
export type Role = (typeof ROLES)[number];

export interface Account {
  name: string;
  role: Role;
}

/** Makes an account, or gives one that is there another role and password, which signs it out everywhere. */
export async function saveAccount(
  db: Kysely<Tables>,
  { name, role }: Account,
  /** As `hashPassword` gives it. */
  password: string,
): Promise<void> {
  await db.deleteFrom('sessions').where('account', '=', name).execute();
  await db
    .insertInto('accounts')
    .values({ name, role, password })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ role, password }))
    .execute();
}

/** Takes an account out and signs it out everywhere; false where there is none. */
export async function removeAccount(db: Kysely<Tables>, name: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('accounts').where('name', '=', name).executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function listAccounts(db: Kysely<Tables>): Promise<Account[]> {
  const rows = await db.selectFrom('accounts').select(['name', 'role']).orderBy('name').execute();
  return rows.map(toAccount);
}

/** An account and its stored password; null where there is none of this name. */
export async function accountNamed(
  db: Kysely<Tables>,
  name: string,
): Promise<{ account: Account; password: string } | null> {
  const row = await db
    .selectFrom('accounts')
    .select(['name', 'role', 'password'])
    .where('name', '=', name)
    .executeTakeFirst();
  return row === undefined ? null : { account: toAccount(row), password: row.password };
}

/** Notes that an account is signed in until a time (UTC), and forgets the sessions that are over. */
export async function openSession(
  db: Kysely<Tables>,
  session: { tokenHash: string; account: string; expiresAt: string },
  now: string,
): Promise<void> {
  await db.deleteFrom('sessions').where('expires_at', '<=', now).execute();
  await db
    .insertInto('sessions')
    .values({ token_hash: session.tokenHash, account: session.account, expires_at: session.expiresAt })
    .execute();
}

export async function closeSession(db: Kysely<Tables>, tokenHash: string): Promise<void> {
  await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
}

/** Whose session it is, with the role the account has now; null where it is over or was never begun. */
export async function accountOfSession(
  db: Kysely<Tables>,
  tokenHash: string,
  now: string,
): Promise<Account | null> {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.name', 'sessions.account')
    .select(['accounts.name', 'accounts.role'])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row === undefined ? null : toAccount(row);
}

function toAccount({ name, role }: { name: string; role: string }): Account {
  return { name, role: role === 'reviewer' ? 'reviewer' : 'viewer' };
}

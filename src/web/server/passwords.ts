import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** 32 MB and some 100 ms a try (OWASP's advice for scrypt). */
const COST = { N: 2 ** 15, r: 8, p: 3 };
const MEMORY = 64 * 1024 * 1024;
const KEY_BYTES = 32;

export const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 1000;

const STORED = /^scrypt\$(?<N>\d+)\$(?<r>\d+)\$(?<p>\d+)\$(?<salt>[^$]+)\$(?<hash>[^$]+)$/;

/** What is kept of a password: `scrypt$N$r$p$salt$hash`. Throws a RangeError where it is too short or too long. */
export async function hashPassword(password: string): Promise<string> {
  if (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD)
    throw new RangeError('password');
  const salt = randomBytes(16);
  const key = await derive(password, salt, COST);
  const { N, r, p } = COST;
  return ['scrypt', N, r, p, salt.toString('base64'), key.toString('base64')].join('$');
}

/** Whether a password is the one that was kept. With null for none kept it takes as long, and is not. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const { N, r, p, salt = '', hash = '' } = STORED.exec(stored ?? (await nobody()))?.groups ?? {};
  const expected = Buffer.from(hash, 'base64');
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const key = await derive(password.slice(0, LONGEST_PASSWORD), Buffer.from(salt, 'base64'), cost);
  return timingSafeEqual(key, expected) && stored !== null;
}

let hashOfNobody: Promise<string> | undefined;

/** Somebody has to be compared with, so that time does not tell which names have an account. */
function nobody(): Promise<string> {
  hashOfNobody ??= hashPassword(randomBytes(24).toString('base64'));
  return hashOfNobody;
}

function derive(password: string, salt: Buffer, cost: { N: number; r: number; p: number }): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, KEY_BYTES, { ...cost, maxmem: MEMORY }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

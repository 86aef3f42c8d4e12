/** Whether a place names a PostgreSQL database rather than a file. */
export function isPostgres(place: string): boolean {
  return /^postgres(ql)?:\/\//.test(place);
}

/** An address without the password in it. */
export function withoutPassword(address: string): string {
  return address.replace(/^(\w+:\/\/[^/@:]*):[^@]*@/, '$1@');
}

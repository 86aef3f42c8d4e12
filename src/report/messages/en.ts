import type { FailureCode } from '../../plan/failure.ts';
import type { PlanRecord, Severity } from '../../plan/record.ts';
import type { StoreErrorCode } from '../../store/store-error.ts';
import { researchEn, researchExamplesEn, researchHelpEn } from './research-en.ts';
import type { Messages } from './vi.ts';

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });
const n = (value: number): string => number.format(value);
const some = (count: number, one: string, many = `${one}s`): string =>
  `${n(count)} ${count === 1 ? one : many}`;

const SYSTEM_ERRORS: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  ELOOP: 'a link that leads back to itself',
  EISDIR: 'it is a folder',
  ENOTDIR: 'the path leads through a file',
  EIO: 'the disk could not be read',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'the name is too long',
  ENOSPC: 'no space left on the disk',
  EROFS: 'the disk is read-only',
  EEXIST: 'a file of that name is in the way',
};
const systemError = (code: string): string => SYSTEM_ERRORS[code] ?? code;
const inBrackets = (detail: string | null): string => (detail === null ? '' : ` (${detail})`);

const FAILURES: Record<FailureCode | 'internal', (detail: string | null) => string> = {
  'not-found': () => 'not found; check the path',
  unreadable: (detail) =>
    `can't be opened${detail === null ? '' : ` (${systemError(detail)})`}; check its permissions and links`,
  empty: () => 'the file is empty; fetch the original again',
  'too-large': (detail) => `the file is too large${inBrackets(detail)}; keep each plan in a file of its own`,
  binary: (detail) => `binary data, not text${inBrackets(detail)}; export it as UTF-8 text`,
  encoding: (detail) => `not a valid encoding${inBrackets(detail)}; save the file as UTF-8`,
  'unsupported-format': (detail) =>
    `this format can't be read yet${inBrackets(detail)}; save it as .docx, PDF, .txt or .md`,
  encrypted: () => 'needs a password to open; save a copy without one',
  damaged: (detail) => `damaged, it can not be opened${inBrackets(detail)}; fetch or scan the original again`,
  'no-pages': () => 'has no page; fetch the original again',
  'too-many-pages': (detail) =>
    `has too many pages${inBrackets(detail)}; put each plan into a file of its own`,
  'unread-pages': (detail) =>
    `some pages can't be read${inBrackets(detail)}, and what is left does not show a plan; scan the original again`,
  'not-a-plan': () => 'not an administrative plan: no national motto, symbol or KẾ HOẠCH heading was seen',
  'too-slow': (detail) =>
    `reading does not come to an end${inBrackets(detail)}; split the file or scan it again, and please report it with this file`,
  'too-much-memory': () => 'needs too much memory; split the file, or read it on a machine with more memory',
  crashed: (detail) =>
    `broke the process that read it${inBrackets(detail)}, the other files are safe; please report it with this file`,
  internal: (detail) =>
    `a fault of the program${inBrackets(detail)}; please report it together with this file`,
};

const STORE_ERRORS: Record<StoreErrorCode, string> = {
  'not-a-database': 'is not a SQLite database',
  'other-database': 'is a database of another program',
  'newer-version': 'was written by a newer version of this program',
  'read-only': 'can not be written to',
  locked: 'is in use by another process',
  damaged: 'is damaged',
  'disk-full': 'lies on a disk without room',
  'unusable-path': 'can not be opened or created',
  unreachable: 'can not be reached',
};
const SEVERITIES: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };
const STATUSES: Record<PlanRecord['status'], string> = {
  complete: 'complete',
  partial: 'partial',
  failed: 'failed',
};

/** Every sentence the program says, in English. */
export const en: Messages = {
  number: n,
  date: (edtf) => edtf,
  failure: (code, detail) => FAILURES[code](detail),
  severity: (severity) => SEVERITIES[severity],
  severityCount: (severity, count) => some(count, SEVERITIES[severity]),
  status: (status) => STATUSES[status],

  ...researchEn,

  help: {
    ...researchHelpEn,
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    commands: 'Commands:',
    default: 'default',
    optionsPlaceholder: '[options]',
    commandPlaceholder: '[command]',
    description:
      "Reads plans of Vietnamese People's Committees (KH-UBND) into validated data: targets, agencies, tasks, deadlines, legal bases, and what does not add up.",
    help: 'show help',
    helpCommand: 'show help for a command',
    version: 'print the version',
    lang: 'language of messages: vi (Vietnamese) or en (English)',
    ingest: 'read files and folders, write JSON and a database, print a report',
    extract: 'read one file, print its record as JSON',
    check: 'find what does not add up in plans',
    explain: 'explain a rule: what it reports, why, and how to settle it',
    accept: 'accept a finding of a stored plan as it is, with the reason',
    show: 'show one stored plan',
    rule: 'id of a rule, such as table-total',
    reason: 'why it is accepted',
    at: 'place of the finding in the record (JSON Pointer), where the rule reports several',
    by: 'who accepts it (default: the name of the user)',
    undo: 'take an earlier acceptance back',
    config: 'configuration (default: kehoach.config.json in the current folder)',
    user: 'accounts for the review desk from other machines',
    userAdd: 'add an account, or change its role and password',
    userRemove: 'remove an account',
    userList: 'list the accounts',
    userName: 'name of the account',
    role: 'role: viewer (looks) or reviewer (looks and changes)',
    cert: 'TLS certificate (PEM), needed for other machines',
    key: 'key of the certificate (PEM)',
    proxy: 'behind a proxy that sees to TLS',
    hostName: 'name by which browsers reach it; may be repeated',
    serve: 'open the review desk in a browser',
    paths: 'files or folders; folders are walked to the bottom',
    checkPaths: 'files or folders; none for the stored plans of --out, each and between them',
    file: 'a plan (.pdf, .docx, .txt, .md)',
    id: "a plan's id, or the beginning of one where that is unique",
    repairs: 'show what was changed of the words as read',
    overlay: 'write a PNG of the page with a box around the words of each value',
    page: 'page of the picture',
    verify: 'check all that is stored: there, whole, and in agreement',
    backup: 'make a copy, also while a run is going on',
    status: 'show the queue, the speed, and what failed why',
    backupTarget: 'a .sqlite file (the database alone) or a new folder (everything)',
    noSources: 'do not read the documents themselves',
    again: 'have the next run read again what has broken or missing results',
    json: 'print JSON',
    enqueue: 'put documents into a queue on PostgreSQL for many machines to read',
    worker: 'read what is in the queue; on as many machines as you like',
    database:
      'address of a PostgreSQL database (postgres://…) in place of the SQLite file; DATABASE_URL where it is not given',
    root: 'the shared folder that paths of documents are relative to, wherever each machine has it',
    enqueueAgain: 'also what waits already or is done',
    untilEmpty: 'end when the queue is empty',
    lease: 'a worker that is not heard of for so many seconds loses its documents to others',
    watch: 'look after folders and read what is put into them',
    watchFolders: 'folders to look after, to the bottom',
    settle: 'a file is read when it has not changed for so many seconds',
    poll: 'look again and again, for network shares that do not tell of changes',
    moveTo: 'move documents that were read there (done/, failed/)',
    archive: 'for each scanned document also write a searchable PDF/A and ALTO XML, to be archived',
    rehash: 'read every file to see whether it changed, also where size, times and inode are as they were',
    jobs: 'documents that are read at a time; as many as cores and memory allow where it is not given',
    out: 'folder for the results',
    format: 'form of the findings: pretty (to read), json, sarif',
    port: 'port',
    host: 'address to listen on',
    examplesTitle: 'Examples:',
    exitCodesTitle: 'Exit codes:',
    examples: {
      ...researchExamplesEn,
      root: [
        ['kehoach ingest corpus', 'read a whole folder into out/'],
        ['kehoach extract plan.txt > plan.json', 'one file into one JSON record'],
        ['kehoach check plan.txt', 'point at wrong sums, broken citations, past deadlines'],
        ['kehoach show can-tho-53-kh-ubnd-2025', 'look at a stored plan'],
      ],
      ingest: [
        ['kehoach ingest corpus', 'JSON, text and plans.sqlite into out/'],
        ['kehoach ingest a.txt b.md --out results', 'some files, into another folder'],
        ['sqlite3 out/plans.sqlite "select * from targets"', 'then ask the database'],
      ],
      extract: [
        ['kehoach extract plan.txt', 'the full record with the place of every value'],
        ["kehoach extract plan.txt | jq '.targets[].value'", 'only the numbers'],
      ],
      check: [
        ['kehoach check', 'the stored plans: duplicates, conflicts, communes against provinces'],
        ['kehoach check corpus', 'every plan of a folder'],
        ['kehoach check plan.txt --format sarif > out.sarif', 'for tools that read SARIF 2.1.0'],
      ],
      explain: [
        ['kehoach explain table-total', 'what the rule reports, why, and what to do'],
        ['kehoach explain', 'all rules, one a line'],
      ],
      accept: [
        ['kehoach accept tra-vinh-49 date-missing --reason "blank in the original"', 'no longer counted'],
        ['kehoach accept tra-vinh-49 date-missing --undo', 'take that back'],
      ],
      serve: [
        ['kehoach serve', 'then open http://127.0.0.1:8484/ in a browser'],
        ['kehoach serve --host 0.0.0.0 --cert desk.pem --key desk.key', 'for others, with accounts and TLS'],
      ],
      user: [
        ['kehoach user add hoa --role reviewer', 'asks for a password, then adds the account'],
        ['kehoach user list', 'who may use it'],
      ],
      show: [
        ['kehoach show can-tho-53', 'the beginning of an id is enough'],
        ['kehoach show ha-noi-15 --repairs', 'compare repaired words with those that were read'],
        ['kehoach show can-tho-53 --at /targets/3', 'one value and the words it was read from'],
      ],
      verify: [
        ['kehoach verify', 'the database, the files and the documents against one another'],
        ['kehoach verify --again && kehoach ingest corpus', 'and read again what has broken results'],
      ],
      enqueue: [
        ['kehoach enqueue archive --database postgres://server/plans', 'a whole folder'],
        ['kehoach enqueue /mnt/archive --root /mnt/archive', 'where other machines have it elsewhere'],
      ],
      worker: [
        ['kehoach worker --database postgres://server/plans', 'reads until Ctrl-C'],
        ['kehoach worker --root /srv/archive --until-empty', 'reads until nothing waits'],
      ],
      watch: [
        ['kehoach watch inbox', 'reads what comes until Ctrl-C'],
        ['kehoach watch inbox --move-to archive', 'and moves it away'],
      ],
      backup: [
        ['kehoach backup backups/2025-06-30', 'the whole result folder'],
        ['kehoach backup plans.sqlite', 'the database alone'],
      ],
      status: [
        ['kehoach status', 'how many files wait, and which failed why'],
        ['kehoach status --json', 'for other programs'],
      ],
    },
    exitCodes: {
      ok: 'done',
      findings: 'check: there are findings of severity error',
      usage: 'the command was called wrongly',
      someFailed: 'some files could not be read, the others are done',
      nothing: 'no file could be read, or no plan has that id',
      output: 'the results could not be written',
      bug: 'a fault of the program',
      interrupted: 'interrupted (Ctrl-C); what was done is kept',
    },
  },

  usage: {
    unknownCommand: (name) => `there is no command "${name}"`,
    unknownOption: (name) => `there is no option "${name}"`,
    missingArgument: (name) => `the argument ${name} is missing`,
    missingOption: (name) => `the option ${name} is missing`,
    missingCommand: 'a command is missing',
    optionMissingArgument: (name) => `the option ${name} needs a value`,
    invalidChoice: (value, option, allowed) => `"${value}" does not fit ${option}; take one of: ${allowed}`,
    excessArguments: 'too many arguments',
    didYouMean: (name) => `Did you mean "${name}"?`,
    seeHelp: (command) => `For help: ${command} --help`,
  },

  outputFailed: (path, code) => `Can't write to ${path} (${systemError(code)}).`,
  storeFailed: (code, path) =>
    code === 'unreachable'
      ? `The database ${path} ${STORE_ERRORS[code]}; check its address, the password, and the server.`
      : `The database ${path} ${STORE_ERRORS[code]}; move that file away, or choose another folder with --out.`,
  bug: (reason) => `A fault of the program: ${reason}`,
  stopping: 'Stopping: the documents at hand are finished; ask again to stop at once.',
  interrupted: 'Interrupted; what was done is kept, the next run goes on from there.',
  nothingFound: (paths) => `No readable file (.pdf, .docx, .txt, .md) in ${paths}.`,
  planNotFound: (id, folder) => `There is no plan "${id}" in ${folder}.`,
  planAmbiguous: (id) => `Several plans have an id that begins with "${id}":`,
  storedPlans: 'Stored ids:',
  noPicture: (path, page) =>
    `There is no picture of page ${page} of ${path}: the file is gone, is not what was read, or has no such page.`,
  folderMissing: (folder) => `There is no folder ${folder} yet; run "kehoach ingest" first.`,

  skipped: (files, endings, isMore) =>
    `${some(files, 'file')} left out, which by name and first bytes are no documents: ${endings
      .map(([ending, of]) => `${ending === '' ? 'without an ending' : ending} (${n(of)})`)
      .join(', ')}${isMore ? ', …' : ''}. What is named itself is always read.`,

  report: {
    found: 'FOUND',
    targets: (count) => some(count, 'target'),
    agencies: (count) => some(count, 'agency', 'agencies'),
    tasks: (count) => some(count, 'task'),
    deadlines: (count) => some(count, 'deadline'),
    noFindings: 'no findings',
    unchanged: 'unchanged',
    duplicateOf: (path) => `same content as ${path}`,
    doesNotAddUp: (counts) => `DOES NOT ADD UP (${counts})`,
    everythingAddsUp: 'Nothing was found that does not add up.',
    moreFindings: (count) => `… and ${n(count)} more: see the findings table of the database`,
    morePlans: (count) => `… and ${n(count)} more files: see the table plans in the database`,
    moreFailures: (count) => `… and ${n(count)} more files: see "kehoach status"`,
    failed: (count) => `NOT READ (${n(count)})`,
    nothingToDo: (count) => `Nothing to do again: ${some(count, 'document')} unchanged since the last run.`,
    summary: (plans, fresh, unchanged, duplicates, failed) =>
      `${some(plans, 'plan')} (${[
        `${n(fresh)} newly read`,
        `${n(unchanged)} unchanged`,
        ...(duplicates > 0 ? [some(duplicates, 'duplicate file')] : []),
      ].join(', ')})${failed > 0 ? `, ${some(failed, 'file')} not read` : ''}.`,
    written: (paths) => `Results: ${paths}`,
  },

  progress: (done, all, path) => `[${n(done)}/${n(all)}] ${path}`,

  verify: {
    faults: {
      database: 'the database is wrong',
      'file-missing': 'a result file is gone or can not be opened',
      'file-differs': 'a result file is not what the database has',
      'source-missing': 'the document is gone or can not be opened',
      'source-changed': 'the document is not what it was when it was read',
      'file-unknown': 'the file belongs to no plan',
      'half-written': 'the file was left half-written',
      unfinished: 'not read to the end',
    },
    sound: (plans) => `${n(plans)} plans: all there, whole and in agreement.`,
    unsound: (faults, plans) => `${n(faults)} faults in ${n(plans)} plans.`,
    again: (documents) => `${n(documents)} documents are read again by the next run.`,
  },
  queue: {
    noServer:
      'A PostgreSQL database is needed: --database postgres://… or the environment variable DATABASE_URL.',
    added: (added, known, failed) =>
      `${n(added)} documents put into the queue, ${n(known)} were there already${failed > 0 ? `, ${n(failed)} were not found` : ''}.`,
    working: ({ stored, failed, pages, path }) =>
      `${n(stored)} done, ${n(failed)} could not be read, ${n(pages)} pages · ${path}`,
    worked: ({ stored, failed, again, pages }) =>
      `${n(stored)} documents done (${n(pages)} pages), ${n(failed)} could not be read, ${n(again)} left for another try.`,
  },
  watching: (folders) => `Looking after ${folders}; Ctrl-C to stop.`,
  watchTrouble: (reason) => `Something went wrong (${reason}); it is tried again.`,
  backedUp: (plans, path) => `Copied ${n(plans)} plans to ${path}.`,
  statusReport: {
    files: ({ queued, running, done, failed }, plans) =>
      `${n(queued)} files wait, ${n(running)} are being read, ${n(done)} are done, ${n(failed)} could not be read; ${n(plans)} plans.`,
    running: ({ pid, done, all, pages, rate, minutesLeft }) =>
      `Running (${pid}): ${n(done)}/${n(all)} files, ${n(pages)} pages${rate === null ? '' : `, ${n(rate)} files/min`}${minutesLeft === null ? '' : `, about ${n(minutesLeft)} min left`}.`,
    cutOff: (pid, done, all) =>
      `A run (${pid}) was cut off at ${n(done)}/${n(all)} files; run "kehoach ingest" again to go on.`,
    more: (files) => `… and ${n(files)} more`,
  },

  batchProgress: ({ done, all, pages, rate, minutesLeft, path }) =>
    `[${n(done)}/${n(all)}] ${[
      ...(rate === null ? [] : [`${n(rate)} files/min`, `${n(pages)} pages`]),
      ...(minutesLeft === null ? [] : [`about ${n(minutesLeft)} min left`]),
      path,
    ].join(' · ')}`,

  check: {
    clean: (path) => `${path}: no findings`,
    summary: (counts, documents) => `${counts} in ${some(documents, 'document')}.`,
    suggestion: (text) => `suggestion: ${text}`,
    accepted: 'accepted',
    acceptedBecause: (reason, by, date) => `${reason} (${by}, ${date})`,
    acceptedCount: (count) => `${some(count, 'finding')} accepted.`,
    sum: 'added up',
    moreRows: (count) => `… ${some(count, 'row')}`,
    sourceRegion: 'that place in the normalised text',
  },

  explain: {
    why: 'Why',
    settle: 'How to settle it',
    reported: 'Reported, for example',
    notReported: 'Not reported',
    source: 'Source',
  },

  accept: {
    reasonMissing: 'a reason is missing: --reason "…"',
    noFinding: (id, rule) => `${id} has no finding of the rule ${rule} there.`,
    several: (rule) => `The rule ${rule} reports several places; choose one with --at:`,
    notAccepted: (id, rule) => `${id}: this finding of ${rule} was not accepted.`,
    done: (message, reason, by) => `Accepted: ${message} – ${reason} (${by})`,
    undone: (message) => `No longer accepted: ${message}`,
  },

  config: {
    unreadable: (file) => `The configuration ${file} can't be read.`,
    notJson: (file, detail) => `${file} is no JSON: ${detail}`,
    invalid: (file) => `${file} is not right:`,
    unknownKeys: (keys) => `there is no setting "${keys}"`,
    unknownRule: (id, nearest) =>
      `there is no rule "${id}"${nearest === null ? '' : `; did you mean "${nearest}"?`} (kehoach explain lists them all)`,
    badSeverity: (rule, value) => `${rule}: ${value} does not fit; choose one of: error, warning, info, off`,
  },

  user: {
    password: 'Password: ',
    added: (name, role) => `The account ${name} (${role}) is noted.`,
    none: (name) => `There is no account ${name}.`,
    badName: (name) => `"${name}" can't be the name of an account.`,
    badPassword: (least) => `A password needs at least ${n(least)} characters.`,
  },

  serve: {
    needsTls: (address: string): string =>
      `On ${address} passwords have to travel over TLS: give --cert and --key, or --proxy where a proxy sees to it.`,
    needsAccounts: 'Other machines need accounts: run "kehoach user add NAME" first.',
    ready: (address: string): string => `Review desk: ${address} (Ctrl-C ends it)`,
    failed: (address: string, port: number, code: string): string =>
      `Can't open ${address}:${port} (${systemError(code)}).`,
  },

  repairs: {
    none: 'No word had to be repaired.',
    line: (line) => `line ${line}`,
    summary: (all, doubtful) => `${all} repairs, ${doubtful} of them doubtful (?).`,
  },

  show: {
    number: 'Number',
    issuer: 'Issuer',
    issued: 'Issued',
    period: 'Period',
    signer: 'Signer',
    status: 'Status',
    source: 'Source',
    notStated: 'not stated',
    citations: 'CITATIONS',
    basis: 'basis',
    reference: 'reference',
    targets: 'TARGETS',
    agencies: 'AGENCIES AND TASKS',
    lead: 'lead',
    partner: 'partner',
    deadlines: 'DEADLINES',
    findings: 'DOES NOT ADD UP',
    recipients: 'RECIPIENTS',
    until: (date) => `by ${date}`,
    increase: 'up',
    decrease: 'down',
    fromTable: (count, tables) =>
      `… and ${some(count, 'target')} in ${some(tables, 'table')} (see the JSON file)`,
  },
};

import { valueAt } from '../../../plan/pointer.ts';
import type { Finding } from '../../../plan/record.ts';
import type { SumAnswer } from '../../api.ts';
import { canEdit } from '../requests.ts';
import { words } from '../words.ts';
import { AcceptForm } from './accept-form.tsx';
import { unaccept } from './changes.ts';
import { plan, selectAndShow, selected } from './state.ts';

/** What does not add up, worst first, each with the values it is about. */
export function FindingsView() {
  const w = words.value;
  const answer = plan.value;
  if (answer === null) return null;
  const { findings } = answer.record;
  const isAccepted = (index: number): number =>
    answer.accepted.some(({ finding }) => finding === index) ? 10 : 0;
  const order = [...findings.keys()].sort(
    (a, b) => isAccepted(a) + rank(findings[a]) - isAccepted(b) - rank(findings[b]),
  );
  return (
    <section aria-labelledby="findings" class="findings">
      <h2 id="findings">
        {w.desk.findings} <span class="dim">{findings.length > 0 && w.number(findings.length)}</span>
      </h2>
      {findings.length === 0 && <p class="dim">{w.desk.noFindings}</p>}
      <ul>
        {order.map((index) => {
          const finding = findings[index];
          return finding === undefined ? null : <FindingView key={index} index={index} finding={finding} />;
        })}
      </ul>
    </section>
  );
}

function FindingView({ index, finding }: { index: number; finding: Finding }) {
  const w = words.value;
  const { severity, message, rule, at, suggestion } = finding;
  const sum = plan.value?.sums.find((each) => each.finding === index);
  const acceptance = plan.value?.accepted.find((each) => each.finding === index);
  const isChosen = at.some((pointer) => selected.value?.startsWith(shownPointer(pointer)));
  const isSettled = acceptance !== undefined || sum?.holds === true;
  return (
    <li class={`finding ${isSettled ? 'settled' : severity} ${isChosen ? 'chosen' : ''}`}>
      <p>
        <span class={`tally ${isSettled ? 'done' : severity}`}>{w.severity[severity]}</span> {message}{' '}
        <span class="rule">{rule}</span>
      </p>
      {suggestion !== null && <p class="suggestion">{suggestion}</p>}
      {sum?.holds === true && <p class="settled-by">{w.desk.addsUp}</p>}
      {acceptance !== undefined && (
        <p class="settled-by">
          {acceptance.reason} – {w.desk.acceptedBy(acceptance.by, w.time(acceptance.at))}
        </p>
      )}
      <div class="places">
        {at.map((pointer) => (
          <Place key={pointer} pointer={pointer} />
        ))}
        {canEdit() &&
          (acceptance === undefined ? (
            <AcceptForm finding={index} />
          ) : (
            <button type="button" class="link" onClick={() => void unaccept(index)}>
              {w.desk.unaccept}
            </button>
          ))}
      </div>
      {sum !== undefined && isChosen && <SumView sum={sum} />}
    </li>
  );
}

/** A value that a finding is about, by its name and figure. */
function Place({ pointer }: { pointer: string }) {
  const target = shownPointer(pointer);
  return (
    <button
      type="button"
      class="place"
      aria-pressed={selected.value === target}
      onClick={() => selectAndShow(target)}
    >
      {placeName(pointer)}
    </button>
  );
}

/** The figures that are added and what the document says instead. */
function SumView({ sum: { parts, sum, stated, holds } }: { sum: SumAnswer }) {
  const w = words.value;
  const record = plan.value?.record;
  return (
    <table class="sum">
      <tbody>
        {parts.map((pointer) => (
          <tr key={pointer}>
            <th scope="row">
              <button type="button" class="link" onClick={() => selectAndShow(pointer)}>
                {partName(pointer)}
              </button>
            </th>
            <td>{w.number(Number(valueAt(record, `${pointer}/value`)))}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{w.desk.sum}</th>
          <td>{w.number(sum)}</td>
        </tr>
        <tr>
          <th scope="row">{w.desk.stated}</th>
          <td>{w.number(stated)}</td>
        </tr>
        <tr class={`off ${holds ? 'settled' : ''}`}>
          <th scope="row">{w.desk.difference}</th>
          <td>{w.number(Math.abs(stated - sum))}</td>
        </tr>
      </tfoot>
    </table>
  );
}

const RANKS = { error: 0, warning: 1, info: 2 };

function rank(finding: Finding | undefined): number {
  return finding === undefined ? 3 : RANKS[finding.severity];
}

const CELL = /^(\/tables\/(\d+)\/rows\/(\d+)\/cells\/(\d+))/;

/** The pointer under which a value is shown: a cell is one value, whatever of it is meant, and a target is its figure. */
export function shownPointer(pointer: string): string {
  const cell = CELL.exec(pointer)?.[1];
  if (cell !== undefined) return cell;
  if (/^\/targets\/\d+$/.test(pointer)) return `${pointer}/value`;
  return pointer === '/issuer' || pointer === '/signer' ? `${pointer}/name` : pointer;
}

function placeName(pointer: string): string {
  const w = words.value.desk;
  const record = plan.value?.record;
  const cell = CELL.exec(pointer);
  if (cell !== null) return partName(pointer);
  const [, field = '', index, part] = pointer.split('/');
  const value = valueAt(record, pointer);
  const shown =
    typeof value === 'number' ? words.value.number(value) : typeof value === 'string' ? value : w.notStated;
  if (field === 'targets' || field === 'deadlines') {
    const label = valueAt(record, `/${field}/${index}/${field === 'targets' ? 'label' : 'text'}`);
    return part === undefined ? String(label) : `${label}: ${shown}`;
  }
  if (field in w.fields) {
    const names: Record<string, string> = w.fields;
    return `${names[field]}: ${shown}`;
  }
  return shown;
}

/** A cell by its row and column. */
function partName(pointer: string): string {
  const record = plan.value?.record;
  const [, , table, row, column] = CELL.exec(pointer) ?? [];
  const found = record?.tables[Number(table)];
  const names = [found?.rows[Number(row)]?.label, found?.columns[Number(column)]?.label];
  return names.filter((name) => name !== undefined && name !== '').join(' · ');
}

import { Button } from 'antd';
import { DaysOffDocument, type DaysOffQuery } from '../../../generated/graphql';
import { useAddress, useChoices } from '../../shell/address';
import { useAnswer } from '../../shell/answers';
import { dayInWords } from '../../shell/days';
import { tally } from '../../shell/names';
import { term } from '../../shell/words';
import { keyOf, Matter, PlanOf } from './DutyList';
import type { Duty } from './Tasks';

/** A month's days with what falls due on them; below 768 px only the days that have something. */
export function Month({ duties, asOf }: { duties: Duty[]; asOf: string }) {
  const { say, lang } = useAddress();
  const { read, change } = useChoices();
  const asked = read('month')[0];
  const month = asked && /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : asOf.slice(0, 7);
  const inMonth = duties.filter((d) => d.due.startsWith(month));
  const earlier = duties.filter((d) => d.state === 'OVERDUE' && d.due < month);
  const go = (step: number) => change({ month: shifted(month, step) });
  const weeks = weeksOf(month);
  const off = useAnswer(DaysOffDocument, { from: weeks[0]![0]!, to: weeks[weeks.length - 1]![6]! }).data?.workingDays;
  return (
    <section>
      <div className="month-head">
        <Button aria-label={say('monthBefore')} onClick={() => go(-1)}>
          <span aria-hidden="true">‹</span>
        </Button>
        <h2 aria-live="polite">{dayInWords(lang, month)}</h2>
        <Button aria-label={say('monthAfter')} onClick={() => go(1)}>
          <span aria-hidden="true">›</span>
        </Button>
        <span>{say('inMonth', { n: inMonth.length })}</span>
        {earlier.length > 0 && (
          <Button type="link" onClick={() => change({ view: undefined, month: undefined })}>
            {say('overdueBefore', { n: earlier.length })}
          </Button>
        )}
      </div>
      {off?.note && <p className="quiet">{off.note}</p>}
      <table className="month">
        <caption className="unseen">{dayInWords(lang, month)}</caption>
        <thead>
          <tr>
            {weekdays[lang].map((w) => (
              <th key={w} scope="col">
                {w}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <Day
                  key={day}
                  day={day}
                  isOther={!day.startsWith(month)}
                  isToday={day === asOf}
                  off={off?.days.find((d) => d.day === day)}
                  duties={inMonth.filter((d) => d.due === day)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type DayOff = DaysOffQuery['workingDays']['days'][number];

interface OfDay {
  day: string;
  isOther: boolean;
  isToday: boolean;
  off: DayOff | undefined;
  duties: Duty[];
}

function Day({ day, isOther, isToday, off, duties }: OfDay) {
  const { say, lang } = useAddress();
  const look = [isOther && 'other', isToday && 'today', duties.length === 0 && 'none'].filter(Boolean).join(' ');
  return (
    <td className={look}>
      {!isOther && (
        <>
          <time dateTime={day}>
            {Number(day.slice(8))}
            {isToday && <strong> {say('asOf')}</strong>}
          </time>
          {off && <small className={off.isWorking ? 'day-worked' : 'day-off'}>{off.name}</small>}
          {tally(duties, (d) => d.kind).map(([kind, some]) =>
            some.length <= most ? (
              <Some key={kind} duties={some} />
            ) : (
              <details key={kind}>
                <summary className={some.some((d) => d.state === 'OVERDUE') ? 'due-late' : undefined}>
                  {term(lang, 'DutyKind', kind)} <span className="nowrap">{say('count', { n: some.length })}</span>
                </summary>
                <Some duties={some} />
              </details>
            ),
          )}
        </>
      )}
    </td>
  );
}

/** Of one kind and day: more are folded. */
const most = 2;

function Some({ duties }: { duties: Duty[] }) {
  const { lang } = useAddress();
  return (
    <ul>
      {duties.map((d) => (
        <li key={keyOf(d)} className={d.state === 'OVERDUE' ? 'due-late' : undefined}>
          <Matter duty={d} /> <PlanOf duty={d} /> <small>{term(lang, 'DutyState', d.state)}</small>
        </li>
      ))}
    </ul>
  );
}

const weekdays = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

const iso = (date: Date) => date.toISOString().slice(0, 10);

function shifted(month: string, step: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return iso(new Date(Date.UTC(year, number - 1 + step, 1))).slice(0, 7);
}

/** Weeks from Monday on that hold the month's days. */
function weeksOf(month: string): string[][] {
  const first = new Date(`${month}-01T00:00:00Z`);
  const weeks: string[][] = [];
  const day = new Date(first);
  day.setUTCDate(1 - ((first.getUTCDay() + 6) % 7));
  while (iso(day).slice(0, 7) <= month) {
    const week: string[] = [];
    for (let n = 0; n < 7; n++, day.setUTCDate(day.getUTCDate() + 1)) {
      week.push(iso(day));
    }
    weeks.push(week);
  }
  return weeks;
}

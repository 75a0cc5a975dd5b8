import { Button } from 'antd';
import { print } from 'graphql';
import { createClient } from 'graphql-ws';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { RehearsedDocument, type RehearsedSubscription, type WhatIfQueryVariables } from '../../../generated/graphql';
import { useAddress } from '../../shell/address';
import { saidAhead } from '../../shell/aheadWords';
import { withCommas } from '../../shell/days';
import { Table, type Column } from '../../shell/table';
import { socketUrl } from '../../shell/watch';

type Asked = Pick<WhatIfQueryVariables, 'changes' | 'rules'>;
type Year = RehearsedSubscription['rehearsed'];

interface Heard {
  years: Year[];
  all: number;
  error?: string;
}

const mostYears = 20;

/** What the same would have come to in each of the years before: told year by year as the registry finds it. */
export function Years({ tried, thisYear }: { tried: (from: number) => Asked; thisYear: number }) {
  const { say, lang, district } = useAddress();
  const ahead = saidAhead(lang);
  const [from, setFrom] = useState(thisYear - 4);
  const [heard, setHeard] = useState<Heard>();
  const stop = useRef<() => void>(undefined);
  const asked = JSON.stringify(tried(from));
  useEffect(() => {
    setHeard(undefined);
    return () => stop.current?.();
  }, [asked]);
  const run = (event: FormEvent) => {
    event.preventDefault();
    stop.current?.();
    setHeard({ years: [], all: thisYear - from + 1 });
    stop.current = rehearse(lang, { ...tried(from), district, from, to: thisYear }, {
      year: (year) => setHeard((before) => before && { ...before, years: [...before.years, year] }),
      failed: (error) => setHeard((before) => before && { ...before, error: error || ahead('yearsLost') }),
    });
  };
  const columns: Column<Year>[] = [
    { name: 'year', head: ahead('yearsYear'), cell: (y) => y.year },
    { name: 'opened', head: say('willOpen'), cell: (y) => told(y, y.outcome.openedCount), isNumber: true },
    { name: 'cleared', head: say('willClear'), cell: (y) => told(y, y.outcome.clearedCount), isNumber: true },
    { name: 'amount', head: ahead('moneyTouched'), cell: (y) => told(y, withCommas(y.outcome.moneyTouched)), isNumber: true },
  ];
  return (
    <section id="years">
      <h2>{ahead('years')}</h2>
      <p className="quiet">{ahead('yearsHint')}</p>
      <form className="filter-rows filters" onSubmit={run}>
        <label className="choice">
          {ahead('yearsFrom')}
          <select value={from} onChange={(e) => setFrom(Number(e.target.value))}>
            {Array.from({ length: mostYears }, (_, i) => thisYear - i).map((year) => (
              <option key={year}>{year}</option>
            ))}
          </select>
        </label>
        <Button htmlType="submit">{ahead('yearsRun')}</Button>
      </form>
      {heard && (
        <>
          <p role="status">{ahead('yearsDone', { n: heard.years.length, all: heard.all })}</p>
          {heard.error && (
            <p role="alert" className="form-problems">
              {heard.error}
            </p>
          )}
          {heard.years.length > 0 && (
            <Table caption={ahead('years')} columns={columns} rows={heard.years} rowKey={(y) => String(y.year)} />
          )}
        </>
      )}
    </section>
  );

  function told(year: Year, what: number | string) {
    return year.outcome.problems.map((p) => p.message).join(' ') || what;
  }
}

interface Hearing {
  year: (year: Year) => void;
  /** The server's sentence; '' where the line broke. */
  failed: (error: string) => void;
}

/** Until it is told to stop, or all is told. */
function rehearse(language: string, variables: Record<string, unknown>, heard: Hearing): () => void {
  // A socket has no header of its own by which the server could tell in which language to answer.
  const client = createClient({ url: socketUrl(), retryAttempts: 0, connectionParams: { language } });
  const end = () => void client.dispose();
  let isOver = false;
  client.subscribe<RehearsedSubscription>(
    { query: print(RehearsedDocument), variables },
    {
      next: ({ data, errors }) => {
        if (!isOver) {
          data ? heard.year(data.rehearsed) : heard.failed(errors?.map((e) => e.message).join(' ') ?? '');
        }
      },
      error: (e) => {
        if (!isOver) {
          heard.failed(Array.isArray(e) ? e.map((one: { message: string }) => one.message).join(' ') : '');
        }
        end();
      },
      complete: end,
    },
  );
  return () => {
    isOver = true;
    end();
  };
}

import { useAddress } from '../../shell/address';
import { Chart, type ChartOption } from '../../shell/Chart';
import { term } from '../../shell/words';
import type { PlanData } from './Plan';

const rows = ['DRAFT', 'APPROVE', 'PUBLISH', 'REVIEW', 'AMEND'] as const;
type Row = (typeof rows)[number];
type State = 'done' | 'due' | 'overdue';

interface Point {
  day: string;
  row: Row;
  state: State;
  name: string;
}

const published = ['ISSUED', 'PUBLISHED', 'FILED', 'PROGRESS_DISCLOSED'];
const approved = /APPROVED|EXAMINED|REVIEWED|SUBMITTED|AGREED|DELIBERATED|SUPERSEDED|WITHDRAWN/;

/** What happened, and what is due: every day of it stands in the tables beneath. */
export function Timeline({ plan, asOf }: { plan: PlanData; asOf: string }) {
  const { say, lang } = useAddress();
  const acts = plan.acts.map((a): Point => ({ day: a.on, row: rowOf(a), state: 'done', name: term(lang, 'ActType', a.type) }));
  const duties = plan.reviewDuties
    .filter((d) => ['OVERDUE', 'DUE_SOON', 'UPCOMING'].includes(d.state))
    .map((d): Point => ({
      day: d.due,
      row: 'REVIEW',
      state: d.state === 'OVERDUE' ? 'overdue' : 'due',
      name: `${term(lang, 'ReviewKind', d.kind)} ${d.year} ${term(lang, 'DutyState', d.state)}`,
    }));
  const points = [...acts, ...duties];
  if (points.length === 0) {
    return null;
  }
  const names: Record<Row, string> = {
    DRAFT: say('rowDraft'), APPROVE: say('rowApprove'), PUBLISH: say('rowPublish'), REVIEW: say('rowReview'), AMEND: say('rowAmend'),
  };
  const series = (state: State, name: string, symbol: string, color: string): NonNullable<ChartOption['series']> => ({
    type: 'scatter',
    name,
    symbol,
    symbolSize: 14,
    itemStyle: { color: state === 'due' ? '#fff' : color, borderColor: color, borderWidth: 2 },
    data: points.filter((p) => p.state === state).map((p) => ({ name: p.name, value: [fullDay(p.day), names[p.row]] })),
    ...(state === 'done' && {
      markLine: {
        symbol: 'none', silent: true, data: [{ xAxis: asOf }], lineStyle: { color: '#0b57d0', type: 'solid' as const },
        label: { show: false },
      },
    }),
  }) as NonNullable<ChartOption['series']>;
  const option: ChartOption = {
    grid: { left: lang === 'zh' ? 56 : 96, right: 24, top: 32, bottom: 30 },
    tooltip: { formatter: (p: unknown) => told(p as { data: { name: string; value: string[] } }) },
    xAxis: {
      type: 'time',
      axisLabel: { fontSize: 14, formatter: '{yyyy}', hideOverlap: true },
      minInterval: 365 * 86_400_000,
      ...spanning(points, asOf),
    },
    yAxis: { type: 'category', data: rows.map((r) => names[r]).reverse(), axisLabel: { fontSize: 14 }, splitLine: { show: true } },
    series: [
      series('done', say('stateDone'), 'circle', '#1b6e3c'),
      series('due', say('stateDue'), 'circle', '#1d4f91'),
      series('overdue', say('overdue'), cross, '#b42318'),
    ] as ChartOption['series'],
  };
  const keys = [
    { shape: '●', color: '#1b6e3c', name: say('stateDone') },
    { shape: '○', color: '#1d4f91', name: say('stateDue') },
    { shape: '✕', color: '#b42318', name: say('overdue') },
    { shape: '│', color: '#0b57d0', name: `${say('asOf')} ${asOf}` },
  ];
  return <Chart title={say('whatHappened')} option={option} keys={keys} height={280} />;
}

const cross = 'path://M0,0 L2,0 L5,3 L8,0 L10,0 L10,2 L7,5 L10,8 L10,10 L8,10 L5,7 L2,10 L0,10 L0,8 L3,5 L0,2 Z';

/** From the first day to the last, the day that is looked at among them, and a little on either side. */
function spanning(points: Point[], asOf: string) {
  const days = [...points.map((p) => fullDay(p.day)), asOf].map((d) => Date.parse(d));
  const [min, max] = [Math.min(...days), Math.max(...days)];
  const margin = (max - min) * 0.03;
  return { min: min - margin, max: max + margin };
}

const told = ({ data }: { data: { name: string; value: string[] } }) => `${data.value[0]} ${data.name}`;

/** A month or a year stands at its beginning; the tables say how exactly it is recorded. */
const fullDay = (day: string) => (day.length === 4 ? `${day}-01-01` : day.length === 7 ? `${day}-01` : day);

function rowOf({ type, about }: { type: string; about: string }): Row {
  return about === 'AMENDMENT' || type.startsWith('AMENDMENT') || type === 'NO_CHANGE_DECLARED' || type === 'CORRECTION' ? 'AMEND'
    : about !== 'PLAN' ? 'REVIEW'
    : published.includes(type) ? 'PUBLISH'
    : approved.test(type) ? 'APPROVE'
    : 'DRAFT';
}

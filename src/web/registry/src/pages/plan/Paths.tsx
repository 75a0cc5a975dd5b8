import { useAddress } from '../../shell/address';
import { Chart, type ChartOption } from '../../shell/Chart';
import { withCommas } from '../../shell/days';
import { RecordLink } from '../../shell/Record';
import { Table, type Column } from '../../shell/table';
import { term } from '../../shell/words';
import type { PlanData } from './Plan';

type Path = PlanData['paths'][number];
type Point = Path['points'][number];

/** Each indicator on its way: what was aimed at, measured and demanded, on one axis; beneath it the same in figures. */
export function Paths({ paths }: { paths: Path[] }) {
  const { say } = useAddress();
  return paths.length === 0 ? null : (
    <div className="paths">
      <h3>{say('paths')}</h3>
      {paths.map((p) => (
        <details key={p.indicator.code} className="group" open={paths.length <= 3}>
          <summary>
            <strong>{p.indicator.name}</strong> <span className="quiet">{p.unit}</span>
          </summary>
          <PathView path={p} />
        </details>
      ))}
    </div>
  );
}

function PathView({ path }: { path: Path }) {
  const { say, lang } = useAddress();
  const nameOf = (p: Point) =>
    [term(lang, 'PathPointKind', p.kind), p.version && p.version > 1 && `v${p.version}`, p.superior?.title].filter(Boolean).join(' ');
  const columns: Column<Point>[] = [
    { name: 'year', head: say('year'), cell: (p) => p.year },
    { name: 'kind', head: say('kind'), cell: nameOf },
    { name: 'value', head: say('value'), cell: (p) => `${withCommas(p.recordedValue)} ${p.recordedUnit}`, isNumber: true },
    { name: 'record', head: say('record'), cell: (p) => <RecordLink id={p.record.id}>{say('openRecord')}</RecordLink> },
  ];
  return (
    <>
      {path.points.length > 1 && (
        <Chart title={say('onItsPath')} option={optionOf(path, nameOf)} keys={keysOf(path, nameOf)} height={240} />
      )}
      <Table
        caption={path.indicator.name}
        columns={columns}
        rows={path.points}
        rowKey={(p) => `${p.year} ${p.kind} ${p.version} ${p.superior?.code} ${p.record.id}`}
      />
    </>
  );
}

const looks: Record<Point['kind'], object> = {
  BASE: { type: 'scatter', symbol: 'diamond', symbolSize: 12, itemStyle: { color: '#4b5563' } },
  TARGET: { type: 'line', symbol: 'rect', symbolSize: 10, lineStyle: { type: 'solid', width: 2 }, itemStyle: { color: '#0b57d0' } },
  ANNUAL_TARGET: { type: 'scatter', symbol: 'emptyCircle', symbolSize: 10, itemStyle: { color: '#5b3e96' } },
  READING: { type: 'line', symbol: 'circle', symbolSize: 9, lineStyle: { type: 'solid', width: 2 }, itemStyle: { color: '#1b6e3c' } },
  DEMAND: {
    type: 'line', symbol: 'roundRect', symbolSize: [22, 6], lineStyle: { type: 'dashed', width: 2 }, itemStyle: { color: '#b42318' },
  },
};

const shapes: Record<Point['kind'], [string, string]> = {
  BASE: ['◆', '#4b5563'], TARGET: ['■', '#0b57d0'], ANNUAL_TARGET: ['○', '#5b3e96'], READING: ['●', '#1b6e3c'], DEMAND: ['━', '#b42318'],
};

const keysOf = (path: Path, nameOf: (p: Point) => string) =>
  [...new Map(path.points.map((p) => [nameOf(p), shapes[p.kind]]))].map(([name, [shape, color]]) => ({ name, shape, color }));

/** Only for drawing do the figures become numbers; a year without a reading stays a gap. */
function optionOf(path: Path, nameOf: (p: Point) => string): ChartOption {
  const names = [...new Set(path.points.map(nameOf))];
  const years = path.points.map((p) => p.year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const base = path.points.filter((p) => p.kind === 'BASE');
  return {
    grid: { left: 96, right: 24, top: 32, bottom: 32 },
    tooltip: { trigger: 'axis' },
    xAxis: { type: 'category', data: all.map(String), axisLabel: { fontSize: 14 } },
    yAxis: { type: 'value', scale: true, name: path.unit, axisLabel: { fontSize: 14 } },
    series: names.map((name) => {
      const own = path.points.filter((p) => nameOf(p) === name);
      // The way begins at the base.
      const points = own[0]!.kind === 'TARGET' ? [...base, ...own] : own;
      const isSparse = own[0]!.kind !== 'READING';
      return {
        ...looks[own[0]!.kind],
        name,
        connectNulls: isSparse,
        data: all.map((year) => points.find((p) => p.year === year)).map((p) => (p ? Number(p.value) : null)),
      };
    }) as ChartOption['series'],
  };
}

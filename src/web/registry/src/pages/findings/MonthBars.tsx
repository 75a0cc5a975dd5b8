import { useId } from 'react';
import type { ChartKey } from '../../shell/Chart';
import { useAddress } from '../../shell/address';

export interface MonthBar {
  month: string;
  /** In the order of the keys, from below; what is to be checked stands beside. */
  counts: readonly number[];
  unknown: number;
}

interface Props {
  title: string;
  bars: readonly MonthBar[];
  keys: readonly ChartKey[];
  unknown: ChartKey;
}

const [height, step, foot, left] = [220, 72, 28, 40];

/** Bars by month, each colour with lines of its own; SVG of our own, since its figures stand in the table below. */
export function MonthBars({ title, bars, keys, unknown }: Props) {
  const { say } = useAddress();
  const id = useId();
  const most = roundUp(Math.max(1, ...bars.map((b) => Math.max(sum(b.counts), b.unknown))));
  const y = (count: number) => (count / most) * height;
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <ul className="chart-keys">
        {[...keys, unknown].map((k) => (
          <li key={k.name}>
            <span aria-hidden="true" style={{ color: k.color }}>
              {k.shape}
            </span>{' '}
            {k.name}
          </li>
        ))}
      </ul>
      <div className="scroll" tabIndex={0} role="region" aria-label={title}>
        <svg
          className="month-bars"
          role="img"
          aria-label={`${title} ${say('figuresBelow')}`}
          viewBox={`0 -8 ${left + bars.length * step} ${height + foot + 8}`}
          style={{ minWidth: left + bars.length * step }}
        >
          <defs>
            {keys.map((k, i) => (
              <pattern key={k.name} id={`${id}${i}`} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform={turns[i]}>
                <rect width="8" height="8" fill={k.color} />
                {i > 0 && <line y2="8" stroke="#fff" strokeWidth={i === 1 ? 1 : 2} />}
              </pattern>
            ))}
          </defs>
          {[0, most / 2, most].map((count) => (
            <g key={count}>
              <line x1={left} x2="100%" y1={height - y(count)} y2={height - y(count)} stroke="#d0d5dd" />
              <text x={left - 8} y={height - y(count) + 5} textAnchor="end">
                {count}
              </text>
            </g>
          ))}
          {bars.map((bar, n) => (
            <g key={bar.month} transform={`translate(${left + n * step})`}>
              {bar.counts.map((count, i) => (
                <rect
                  key={i}
                  x="8"
                  width="28"
                  y={height - y(sum(bar.counts.slice(0, i + 1)))}
                  height={y(count)}
                  fill={`url(#${id}${i})`}
                />
              ))}
              <rect
                x="40"
                width="20"
                y={height - y(bar.unknown)}
                height={y(bar.unknown)}
                fill="#fff"
                stroke={unknown.color}
                strokeDasharray="4 3"
              />
              <text x={step / 2} y={height + 20} textAnchor="middle">
                {bar.month}
              </text>
            </g>
          ))}
        </svg>
      </div>
    </figure>
  );
}

/** How the lines of each colour lie. */
const turns = [undefined, 'rotate(45)', 'rotate(-45)', 'rotate(90)'];

const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);

/** To an even number that is easy to read. */
const roundUp = (count: number) => {
  const unit = count > 100 ? 50 : count > 20 ? 10 : 2;
  return Math.ceil(count / unit) * unit;
};

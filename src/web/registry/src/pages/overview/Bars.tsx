import { Link } from 'react-router';
import { useAddress } from '../../shell/address';
import { Counts } from '../../shell/counts';

export interface Bar {
  key: string;
  name: string;
  /** With those to be checked. */
  count: number;
  unknown: number;
}

/** Bars, longest first; each leads to its rows. HTML alone: read by a screen reader, printed, and of no weight. */
export function Bars({ title, filter, bars }: { title: string; filter: 'capability' | 'agency'; bars: readonly Bar[] }) {
  const { say, to } = useAddress();
  const most = Math.max(1, ...bars.map((b) => b.count));
  if (bars.length === 0) {
    return null;
  }
  const width = (count: number) => ({ width: `${(count / most) * 100}%` });
  return (
    <section>
      <h2>{title}</h2>
      <p className="quiet">{say('barsHint')}</p>
      <ul className="bars">
        {[...bars].sort((a, b) => b.count - a.count).map(({ key, name, count, unknown }) => (
          <li key={key}>
            <Link to={to('findings', { [filter]: key })}>
              <span className="bar-name">{name}</span>
              <span className="bar" aria-hidden="true">
                <span className="bar-fail" style={width(count - unknown)} />
                {unknown > 0 && <span className="bar-unknown" style={width(unknown)} />}
              </span>
              <span className="bar-count">
                <Counts problems={count - unknown} unknown={unknown} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

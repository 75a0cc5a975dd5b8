import { useEffect, useRef, useState } from 'react';
import { useAddress } from './address';
import type { ChartOption } from './echarts';

export type { ChartOption };

/** What stands for what: a shape, a colour and a word. */
export interface ChartKey {
  shape: string;
  color: string;
  name: string;
}

/** A chart under its question; the figures stand in the table below, which prints in its place. ECharts comes after the page. */
export function Chart({ title, option, keys, height }: { title: string; option: ChartOption; keys: readonly ChartKey[]; height: number }) {
  const { say } = useAddress();
  const box = useRef<HTMLDivElement>(null);
  const [hasFailed, fail] = useState(false);
  const drawn = JSON.stringify(option);
  const latest = useRef(option);
  latest.current = option;
  useEffect(() => {
    let close = () => {};
    let isOver = false;
    import('./echarts').then(
      ({ draw }) => {
        if (!isOver && box.current) {
          close = draw(box.current, latest.current);
        }
      },
      () => fail(true),
    );
    return () => {
      isOver = true;
      close();
    };
  }, [drawn]);
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <ul className="chart-keys">
        {keys.map((k) => (
          <li key={k.name}>
            <span aria-hidden="true" style={{ color: k.color }}>
              {k.shape}
            </span>{' '}
            {k.name}
          </li>
        ))}
      </ul>
      {hasFailed ? (
        <p className="quiet">{say('chartFailed')}</p>
      ) : (
        <div ref={box} role="img" aria-label={`${title} ${say('figuresBelow')}`} style={{ height }} />
      )}
    </figure>
  );
}

import { LineChart, ScatterChart, type LineSeriesOption, type ScatterSeriesOption } from 'echarts/charts';
import {
  GridComponent, MarkLineComponent, TooltipComponent, type GridComponentOption, type TooltipComponentOption,
} from 'echarts/components';
import { init, use, type ComposeOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([LineChart, ScatterChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

export type ChartOption = ComposeOption<LineSeriesOption | ScatterSeriesOption | GridComponentOption | TooltipComponentOption>;

/** Draws until it is told to stop, as wide as there is room. */
export function draw(box: HTMLElement, option: ChartOption): () => void {
  const chart = init(box, undefined, { renderer: 'svg' });
  chart.setOption({ animation: false, textStyle: { fontFamily: 'inherit', fontSize: 14 }, ...option });
  const watched = new ResizeObserver(() => chart.resize());
  watched.observe(box);
  return () => {
    watched.disconnect();
    chart.dispose();
  };
}

import { Bar, BarChart, ResponsiveContainer, Tooltip, XAxis } from 'recharts';
import { useElementSize } from '../ui/use-element-size.ts';

export type BarOf = { label: string; current: number; before: number };

type Props = {
  bars: BarOf[];
  names: { current: string; before: string };
  open?: (index: number) => void;
};

/** Size of the labels below the bars, of the text around them. */
const TICK_EM = 0.72;
/** Width of a letter, of its size. */
const LETTER_EM = 0.6;
/** Room for what a label at an end needs beside its bar. */
const EDGE_EM = 0.5;

/** Bars of two periods side by side, in greys; a bar that is clicked is opened. */
export function Bars({ bars, names, open }: Props) {
  const onClick = open && ((_: unknown, index: number) => open(index));
  const [ref, { width, emPx }] = useElementSize<HTMLDivElement>();
  const labelPx = Math.max(...bars.map(({ label }) => label.length * LETTER_EM + 1)) * TICK_EM * emPx;
  const hidden = width === 0 ? 0 : Math.ceil((labelPx * bars.length) / width) - 1;
  return (
    <div ref={ref} className="exec-fill">
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 240, height: 80 }}>
        <BarChart
          data={bars}
          margin={{ top: 2, right: EDGE_EM * emPx, bottom: 0, left: EDGE_EM * emPx }}
          barGap={0}
          barCategoryGap="14%"
          accessibilityLayer={false}
        >
          <XAxis
            dataKey="label"
            tickLine={false}
            axisLine={{ stroke: 'var(--edge)' }}
            tick={{ fill: 'var(--ink-3)', fontSize: TICK_EM * emPx }}
            interval={hidden}
            tickSize={0}
            tickMargin={4}
            height={(TICK_EM + 0.6) * emPx}
          />
          <Tooltip
            cursor={{ fill: 'var(--raised)' }}
            isAnimationActive={false}
            contentStyle={{ background: 'var(--panel)', border: '1px solid var(--edge)', borderRadius: 8 }}
            itemStyle={{ color: 'var(--ink)', padding: 0 }}
            labelStyle={{ color: 'var(--ink)', fontWeight: 600 }}
          />
          <Bar
            dataKey="before"
            name={names.before}
            fill="var(--line)"
            isAnimationActive={false}
            {...(onClick && { onClick })}
          />
          <Bar
            dataKey="current"
            name={names.current}
            fill="var(--ink-2)"
            isAnimationActive={false}
            cursor="pointer"
            {...(onClick && { onClick })}
          />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

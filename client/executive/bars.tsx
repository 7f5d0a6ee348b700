import { Bar, BarChart, ResponsiveContainer, Tooltip, XAxis } from 'recharts';

export type BarOf = { label: string; current: number; before: number };

type Props = {
  bars: BarOf[];
  names: { current: string; before: string };
  open?: (index: number) => void;
};

/** Bars of two periods side by side, in greys; a bar that is clicked is opened. */
export function Bars({ bars, names, open }: Props) {
  const onClick = open && ((_: unknown, index: number) => open(index));
  return (
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 240, height: 80 }}>
      <BarChart
        data={bars}
        margin={{ top: 2, right: 0, bottom: 0, left: 0 }}
        barGap={0}
        barCategoryGap="14%"
        accessibilityLayer={false}
      >
        <XAxis
          dataKey="label"
          tickLine={false}
          axisLine={{ stroke: 'var(--edge)' }}
          tick={{ fill: 'var(--ink-3)', fontSize: '0.72em' }}
          interval="preserveStartEnd"
          minTickGap={12}
          tickSize={0}
          tickMargin={4}
          height={18}
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
  );
}

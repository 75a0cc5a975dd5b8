import { withCommas } from '../../shell/days';

interface Stated {
  value?: string | null;
  low?: string | null;
  high?: string | null;
  unit: string;
}

/** Digits as recorded; the unit where it is not the indicator's own, which stands in the head. */
export function amountOf({ value, low, high, unit }: Stated, usual: string): string {
  const digits =
    value != null ? withCommas(value)
    : low != null && high != null ? `${withCommas(low)}—${withCommas(high)}`
    : low != null ? `≥${withCommas(low)}`
    : high != null ? `≤${withCommas(high)}`
    : '';
  return digits === '' ? '?' : unit === usual ? digits : `${digits}${unit}`;
}

import { Bar } from './Bar';

/** Says that something was done; read out as it appears. Nothing for an empty text. */
export function Note({ text }: { text: string }) {
  return <div aria-live="polite">{text && <Bar tone="good">{text}</Bar>}</div>;
}

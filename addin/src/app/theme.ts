import { createLightTheme, type BrandVariants, type Theme } from '@fluentui/react-components';

// From the deep blue of the mark to paper.
const blue: BrandVariants = {
  10: '#020408',
  20: '#0c1726',
  30: '#0f2642',
  40: '#10325a',
  50: '#123f73',
  60: '#17488a',
  70: '#1b4f8f',
  80: '#1f5aa3',
  90: '#3a6fb3',
  100: '#5384c2',
  110: '#6b98d0',
  120: '#84acdd',
  130: '#9dc0e9',
  140: '#b8d3f2',
  150: '#d3e5f9',
  160: '#eef5fd',
};

/** The page's look: calm, with fonts that have Chinese on every system. */
export const theme: Theme = {
  ...createLightTheme(blue),
  fontFamilyBase: '"Segoe UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif',
};

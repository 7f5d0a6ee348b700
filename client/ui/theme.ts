import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** Neutrals of the whole product: colour is left to severity. */
const slate: MantineColorsTuple = [
  '#eef2f7',
  '#dde4ec',
  '#c3cdd9',
  '#a3b1c2',
  '#8595a9',
  '#6b7a8d',
  '#4d5b6e',
  '#364354',
  '#212c3a',
  '#131a24',
];
const dark: MantineColorsTuple = [
  '#e3e9f0',
  '#b4bfcc',
  '#8e9bab',
  '#6b7a8d',
  '#3a485b',
  '#253040',
  '#17202b',
  '#10151d',
  '#0c1016',
  '#0a0d12',
];

/** The one loud button is ink on ground the other way round, in both themes. */
const variantColorResolver: VariantColorsResolver = (input) =>
  input.variant === 'filled'
    ? {
        background: 'var(--ink)',
        hover: 'var(--ink-2)',
        color: 'var(--ground)',
        hoverColor: 'var(--ground)',
        border: '1px solid transparent',
      }
    : defaultVariantColorsResolver(input);

/** Mantine in the colours and type of `tokens.css`. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: '650' },
  colors: { slate, dark },
  primaryColor: 'slate',
  primaryShade: { light: 9, dark: 1 },
  variantColorResolver,
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  // A dialog that was closed is gone: while it faded out it would still have the keys that were meant for the screen.
  components: { Modal: { defaultProps: { transitionProps: { exitDuration: 0 } } } },
});

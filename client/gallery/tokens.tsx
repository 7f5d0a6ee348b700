import { Samples } from './samples.tsx';

const SEVERITIES = ['critical', 'high', 'normal', 'low'];
const NEUTRALS = ['ground', 'panel', 'raised', 'line', 'edge', 'ink', 'ink-2', 'ink-3'];
const MAP = ['map-ground', 'map-cell', 'map-cell-line', 'map-border', 'map-name', 'map-river', 'map-road'];
const SIZES = ['1', '2', '3', '4', '5', '6', '7'];
const SPACES = ['1', '2', '3', '4', '5', '6'];

/** Every colour token, and each ink on each ground. */
export function Colours() {
  return (
    <>
      <Swatches names={SEVERITIES} />
      <Swatches names={NEUTRALS} />
      <Swatches names={MAP} />
      <div className="gallery-row">
        {['ground', 'panel', 'raised'].map((ground) => (
          <p key={ground} className="gallery-inks" style={{ background: `var(--${ground})` }}>
            {['ink', 'ink-2', 'ink-3', ...SEVERITIES].map((ink) => (
              <span key={ink} style={{ color: `var(--${ink})` }}>
                {ink} · {ground}
              </span>
            ))}
          </p>
        ))}
      </div>
    </>
  );
}

function Swatches({ names }: { names: string[] }) {
  return (
    <Samples of={names}>
      {(name) => (
        <span className="gallery-swatch">
          <span style={{ background: `var(--${name})` }} />
          {name}
        </span>
      )}
    </Samples>
  );
}

export function Type() {
  return (
    <Samples of={SIZES} className="gallery-list">
      {(size) => (
        <span style={{ fontSize: `var(--type-${size})` }}>
          0123456789 Laporan banjir 40 cm <small>type-{size}</small>
        </span>
      )}
    </Samples>
  );
}

export function Spaces() {
  return (
    <Samples of={SPACES} className="gallery-list">
      {(space) => (
        <span className="gallery-space">
          <span style={{ width: `var(--space-${space})` }} /> space-{space}
        </span>
      )}
    </Samples>
  );
}

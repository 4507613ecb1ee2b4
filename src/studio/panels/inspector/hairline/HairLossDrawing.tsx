import type { HairLoss } from '../../../../core/design/case';
import { hairFromAbove } from '../../../../core/head/guides/hairLoss';

const paths = new Map<string, string>();

/** The hair of a stage as one path; worked out once for each. */
function pathOf(stage: HairLoss): string {
  const key = `${stage.scale} ${stage.stage}`;
  const known = paths.get(key);
  if (known !== undefined) return known;
  const path = hairFromAbove(stage)
    .pieces.map((piece) => `M${piece.map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`).join('L')}Z`)
    .join('');
  paths.set(key, path);
  return path;
}

/** A head from above, the face below; its hair dark. */
export function StageDrawing({ stage }: { readonly stage: HairLoss }) {
  return (
    <svg viewBox="-1 -1.1 2 2.3" width={46} height={53} aria-hidden focusable={false}>
      <g fill="#d9d9d9" stroke="#7a7a7a" strokeWidth={0.03}>
        <path d="M-0.1 0.96Q0 1.2 0.1 0.96" />
        <ellipse cx={-0.82} cy={0.02} rx={0.07} ry={0.17} />
        <ellipse cx={0.82} cy={0.02} rx={0.07} ry={0.17} />
        <ellipse rx={0.8} ry={1} />
      </g>
      <path d={pathOf(stage)} fill="#4a4a4a" stroke="#4a4a4a" strokeWidth={0.012} />
    </svg>
  );
}

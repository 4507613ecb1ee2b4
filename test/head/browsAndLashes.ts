/** Eyebrows and the lashes of the closed eyes, hair by hair. */
import type { Film } from './film';
import { browLine, lashLineY } from './landmarks';
import { chance } from './noise';
import { mix, smoothStep } from './sdf';
import type { Ink, PicturePoint } from './strokes';
import { drawStroke, pictureOf } from './strokes';
import { frontZ } from './surface';

const BROW_HAIRS = 1050;
const LASHES = 130;

interface Strand {
  x: number;
  y: number;
  angle: number;
  lengthMm: number;
  widthMm: number;
  curl: number;
  strength: number;
}

/** One brow hair, lying on the skin and lifting a little in its middle. */
function drawStrand(film: Film, ink: Ink, strand: Strand): void {
  const segments = 5;
  let { x, y, angle } = strand;
  const start = frontZ(x, y);
  if (start === undefined) return;
  let from = pictureOf(film.camera, x, y, start + 0.1);
  for (let s = 1; s <= segments; s++) {
    const f = s / segments;
    x += (Math.cos(angle) * strand.lengthMm) / segments;
    y += (Math.sin(angle) * strand.lengthMm) / segments;
    angle += strand.curl / segments;
    const z = frontZ(x, y);
    if (z === undefined) return;
    const to = pictureOf(film.camera, x, y, z + 0.45 * Math.sin(f * 2.2));
    drawStroke(film, ink.hair, from, to, strand.widthMm * (1 - 0.75 * f * f), strand.strength, 1.5);
    from = to;
  }
}

function drawBrow(film: Film, ink: Ink, sign: 1 | -1): void {
  for (let q = 0; q < BROW_HAIRS; q++) {
    const b = chance(q, sign + 5, 22);
    const c = chance(q, sign + 5, 23);
    const d = chance(q, sign + 5, 24);
    const t = chance(q, sign + 5, 21) * 0.98;
    if (t < 0.14 && d > 0.2 + t * 5.5) continue; // thin at its start
    if (t > 0.7 && d > 1 - (t - 0.7) * 3) continue; // and at its tail
    const brow = browLine(t);
    const off = (b + c - 1) * brow.halfHeight;
    const lean = mix(1.2, -0.4, smoothStep(0, 0.5, t)) - 0.55 * (off / brow.halfHeight) * smoothStep(0.1, 0.5, t);
    const angle = lean + (d - 0.5) * 0.5;
    drawStrand(film, ink, {
      x: sign * (brow.side + (d - 0.5) * 2.4),
      y: brow.y + off,
      angle: sign > 0 ? angle : Math.PI - angle,
      lengthMm: mix(5, 8.5, c) * (1 - 0.45 * t),
      widthMm: 0.08,
      curl: -sign * 0.35,
      strength: 0.55 + 0.5 * chance(q, sign + 5, 25),
    });
  }
}

/** Lashes resting on the cheek side of the closed lid, in small uneven tufts. */
function drawLashes(film: Film, ink: Ink, sign: 1 | -1): void {
  for (let q = 0; q < LASHES; q++) {
    const a = (q + chance(q, sign + 5, 31)) / LASHES;
    const side = 19 + 26.5 * a;
    const y = lashLineY(side) - 0.3;
    const z = frontZ(sign * side, y);
    if (z === undefined) continue;
    const tuft = Math.round(a * 26) / 26;
    const outward = (tuft - 0.38) * 1.1 + (tuft - a) * 5 + (chance(q, sign + 5, 33) - 0.5) * 0.5;
    const length = (1.5 + 2.2 * a) * (0.5 + 0.7 * chance(q, sign + 5, 32));
    let from: PicturePoint = pictureOf(film.camera, sign * side, y, z);
    for (let s = 1; s <= 4; s++) {
      const f = s / 4;
      const drop = length * (0.75 * f - 0.2 * f * f);
      const px = sign * (side + outward * length * f);
      const to = pictureOf(film.camera, px, y - drop, z + length * (0.6 * f - 0.05 * f * f));
      drawStroke(film, ink.hair, from, to, 0.1 * (1 - 0.75 * f), 0.85, 2.5);
      from = to;
    }
  }
}

export function drawBrowsAndLashes(film: Film, ink: Ink): void {
  for (const sign of [-1, 1] as const) {
    drawBrow(film, ink, sign);
    drawLashes(film, ink, sign);
  }
}

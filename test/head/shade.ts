/** Light on each point of the film: diffuse light, two-lobed shine and ambient with inter-reflection. */
import { typicalMmPerPx } from './camera';
import type { Film } from './film';
import type { PlacedPanel } from './light';
import { AMBIENT } from './light';
import { cloud } from './noise';
import { clamp } from './sdf';
import { paintShirt, paintSkin, skinRelief } from './skin';

/** Overall strength of the shine, our choice by eye. */
const GLOSS = 1.9;
/** Reflectance of skin straight on (n = 1.4). */
const F0 = 0.028;
/** Squared widths (alpha²) of the two lobes of the skin's shine: an oily film and the rough layer below. */
const LOBE_NARROW = 0.04;
const LOBE_WIDE = 0.18;

const paint = new Float64Array(4);
const bent = new Float64Array(3);

/** The normal with pores and creases (skin) or folds (cloth) in it, into `bent`. */
function bendNormal(film: Film, o: number, shirt: boolean, detail: number, e: number): void {
  const { planes } = film;
  const x = planes.x[o] as number;
  const y = planes.y[o] as number;
  const z = planes.z[o] as number;
  const nx = planes.nx[o] as number;
  const ny = planes.ny[o] as number;
  const nz = planes.nz[o] as number;
  let bx = nx;
  let by = ny;
  let bz = nz;
  if (shirt) {
    bx += 0.5 * (cloud(x / 26, y / 40, z / 26) - 0.5);
    by += 0.35 * (cloud(x / 30 + 5, y / 30, z / 30) - 0.5);
  } else {
    const h = skinRelief(x, y, z, detail);
    const gx = (skinRelief(x + e, y, z, detail) - h) / e;
    const gy = (skinRelief(x, y + e, z, detail) - h) / e;
    const gz = (skinRelief(x, y, z + e, detail) - h) / e;
    const along = gx * nx + gy * ny + gz * nz;
    bx -= gx - along * nx;
    by -= gy - along * ny;
    bz -= gz - along * nz;
  }
  const m = 1 / Math.sqrt(bx * bx + by * by + bz * bz);
  bent[0] = bx * m;
  bent[1] = by * m;
  bent[2] = bz * m;
}

const lit = new Float64Array(2);

/** Diffuse light and shine from one panel at full view of it, into `lit`. */
function lightFrom(
  panel: PlacedPanel,
  x: number,
  y: number,
  z: number,
  vx: number,
  vy: number,
  vz: number,
  nv: number,
): void {
  const { samples } = panel;
  const bx = bent[0] as number;
  const by = bent[1] as number;
  const bz = bent[2] as number;
  let diffuse = 0;
  let shine = 0;
  for (let q = 0; q < samples.length; q += 3) {
    let lx = (samples[q] as number) - x;
    let ly = (samples[q + 1] as number) - y;
    let lz = (samples[q + 2] as number) - z;
    const lm = 1 / Math.sqrt(lx * lx + ly * ly + lz * lz);
    lx *= lm;
    ly *= lm;
    lz *= lm;
    const nl = bx * lx + by * ly + bz * lz;
    if (nl <= 0) continue;
    diffuse += nl;
    const hx = lx + vx;
    const hy = ly + vy;
    const hz = lz + vz;
    const hm = 1 / Math.sqrt(hx * hx + hy * hy + hz * hz);
    const nh = (bx * hx + by * hy + bz * hz) * hm;
    const vh = 1 - (vx * hx + vy * hy + vz * hz) * hm;
    const vh2 = vh * vh;
    const fresnel = F0 + (1 - F0) * vh2 * vh2 * vh;
    const d1 = nh * nh * (LOBE_NARROW - 1) + 1;
    const d2 = nh * nh * (LOBE_WIDE - 1) + 1;
    const lobes = (0.45 * LOBE_NARROW) / (d1 * d1) + (0.55 * LOBE_WIDE) / (d2 * d2);
    const masking = Math.max(0.12, 0.5 * (nl + nv));
    shine += (lobes * fresnel * nl * 0.85) / (4 * masking * masking);
  }
  const w = (panel.power / samples.length) * 3;
  lit[0] = diffuse * w;
  lit[1] = shine * w * Math.sqrt(Math.sqrt(nv));
}

/** Shades one row of the film from its visibility planes. */
export function shadeRow(film: Film, panels: readonly PlacedPanel[], row: number): void {
  const { camera, planes } = film;
  const mm = typicalMmPerPx(camera);
  const detail = clamp(1.25 - mm / 0.55, 0.15, 1);
  const e = Math.max(0.12, mm * 0.5);
  const seen = [planes.seenKey, planes.seenFill, planes.seenRim];
  for (let i = 0; i < camera.width; i++) {
    const o = row * camera.width + i;
    const ray = planes.ray[o] as number;
    if (ray === 0) continue;
    const x = planes.x[o] as number;
    const y = planes.y[o] as number;
    const z = planes.z[o] as number;
    if (ray < 0) paintShirt(x, y, z, detail, paint);
    else paintSkin(x, y, z, paint);
    bendNormal(film, o, ray < 0, detail, e);
    let vx = camera.positionMm[0] - x;
    let vy = camera.positionMm[1] - y;
    let vz = camera.positionMm[2] - z;
    const vm = 1 / Math.sqrt(vx * vx + vy * vy + vz * vz);
    vx *= vm;
    vy *= vm;
    vz *= vm;
    const bx = bent[0] as number;
    const by = bent[1] as number;
    const bz = bent[2] as number;
    const nv = Math.max(0.04, bx * vx + by * vy + bz * vz);
    let r = 0;
    let g = 0;
    let b = 0;
    let shine = 0;
    for (let l = 0; l < panels.length; l++) {
      const panel = panels[l];
      const share = seen[l]?.[o] ?? 0;
      if (!panel || share <= 0.001) continue;
      lightFrom(panel, x, y, z, vx, vy, vz, nv);
      const diffuse = (lit[0] as number) * share;
      r += diffuse * panel.colour[0];
      g += diffuse * panel.colour[1];
      b += diffuse * panel.colour[2];
      shine += (lit[1] as number) * share;
    }
    // closed places glow in the skin's colour rather than go black
    const sky = planes.seenSky[o] as number;
    const up = 0.8 + 0.25 * (bx * camera.up[0] + by * camera.up[1] + bz * camera.up[2]);
    const [ar = 0, ag = 0, ab = 0, gloss = 0] = paint;
    planes.lightR[o] = r + (AMBIENT[0] * up * sky) / (1 - (1 - sky) * ar * 0.85);
    planes.lightG[o] = g + (AMBIENT[1] * up * sky) / (1 - (1 - sky) * ag * 0.85);
    planes.lightB[o] = b + (AMBIENT[2] * up * sky) / (1 - (1 - sky) * ab * 0.85);
    planes.shine[o] = (shine + sky * 0.16 * (F0 + 0.35 * Math.pow(1 - nv, 5))) * gloss * GLOSS;
    planes.albedoR[o] = ar;
    planes.albedoG[o] = ag;
    planes.albedoB[o] = ab;
  }
}

/**
 * How true areas and flattening on the practice head are, with the flat calculation beside: `npx tsx
 * test/bench/headFigures.ts`.
 */
import type { Photo } from '../../src/core/design/case';
import { HEAD_VIEWS } from '../head/camera';
import { measureDots, PER_CM2 } from '../head/dotMeasures';
import { capRegions, measureFacing, measureRegions, pairsOf, type RegionMeasure } from '../head/headMeasures';
import { joinedPhotos } from '../head/joinedPhotos';
import { samplePhoto, type SamplePhoto } from '../head/samplePhotos';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`.padStart(8);
const off = (m: RegionMeasure, by: 'skullCm2' | 'flatCm2'): number => m[by] / m.trueCm2 - 1;
const worst = (values: readonly number[]): number =>
  values.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const regions = capRegions();

function report(
  title: string,
  samples: readonly SamplePhoto[],
  inCaseWith: (sample: SamplePhoto) => readonly Photo[],
): void {
  const seen: RegionMeasure[] = [];
  say(`\n${title}`);
  say('area of regions of about 9 cm²: error of the whole, mean and worst; flat calculation beside');
  say('(asked: each within 3 %, beyond 60° within 5 %)');
  for (const sample of samples) {
    const { view } = sample.photo;
    const measures = measureRegions(sample, regions);
    seen.push(...measures);
    for (const [name, part, asked] of [
      ['to 60°', measures.filter(({ angleDeg }) => angleDeg < 60), 0.03],
      ['beyond', measures.filter(({ angleDeg }) => angleDeg >= 60), 0.05],
    ] as const) {
      if (part.length === 0) continue;
      const total = (by: 'skullCm2' | 'flatCm2' | 'trueCm2'): number => part.reduce((sum, each) => sum + each[by], 0);
      const errors = part.map((each) => off(each, 'skullCm2'));
      say(
        `${view.padEnd(8)} ${name} ${String(part.length).padStart(3)} regions` +
          ` whole ${percent(total('skullCm2') / total('trueCm2') - 1)}` +
          ` mean |error| ${percent(mean(errors.map(Math.abs)))} worst ${percent(worst(errors))}` +
          ` within: ${String(errors.filter((error) => Math.abs(error) <= asked).length)} of ${String(errors.length)}` +
          ` · flat: whole ${percent(total('flatCm2') / total('trueCm2') - 1)}` +
          ` worst ${percent(worst(part.map((each) => off(each, 'flatCm2'))))}`,
      );
    }
  }
  const pairs = pairsOf(seen.filter(({ angleDeg }) => angleDeg < 60)).map(({ apartBy }) => apartBy);
  say(
    `two views of one region (to 60°), ${String(pairs.length)} pairs: mean |difference| ${percent(mean(pairs.map(Math.abs)))}` +
      ` worst ${percent(worst(pairs))} within the 4 % asked: ${percent(pairs.filter((d) => Math.abs(d) <= 0.04).length / pairs.length)}`,
  );
  say(
    '\nflattening (asked: 5 %) / scalp per pixel, and so dots per cm² (asked: 3 %), in bands of 10° of the angle to the line of sight',
  );
  for (const sample of samples) {
    const { view } = sample.photo;
    const bands = measureFacing(sample).filter(({ count }) => count >= 20);
    say(
      `${view.padEnd(8)} ${bands
        .map(
          ({ fromDeg, trueFacing, skullFacing, areaRatio }) =>
            `${String(fromDeg)}° ${percent(skullFacing / trueFacing - 1)}/${percent(areaRatio - 1)}`,
        )
        .join('  ')}`,
    );
  }
  say('\ndots counted on the true skin down to the brow, for those asked for (asked: 3 %), in bands of that angle');
  for (const sample of samples) {
    const bands = measureDots(sample, inCaseWith(sample));
    say(
      `${sample.photo.view.padEnd(8)} ${bands
        .map(({ fromDeg, dots, cm2 }) => `${String(fromDeg)}° ${percent(dots / cm2 / PER_CM2 - 1)}`)
        .join('  ')}`,
    );
  }
}

const six = joinedPhotos();
report('each photo alone', HEAD_VIEWS.map(samplePhoto), ({ photo }) => [photo]);
report('six photos in one case', six, () => six.map(({ photo }) => photo));

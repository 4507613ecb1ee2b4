/** A least-first queue over indices whose energies only grow while they wait. */
export interface EnergyHeap {
  /** Removes and returns the index of least energy. */
  readonly takeLeast: () => number;
  /** To be told after `energy[index]` grew; indices already taken are ignored. */
  readonly grew: (index: number) => void;
}

/** A binary heap over all indices that are not `taken`, ordered by `energy` (read, never written). */
export function createEnergyHeap(energy: Float64Array, taken: Uint8Array): EnergyHeap {
  const heap = new Int32Array(energy.length);
  const place = new Int32Array(energy.length).fill(-1);
  let size = 0;
  for (let i = 0; i < energy.length; i++) {
    if (taken[i] !== 0) continue;
    heap[size] = i;
    place[i] = size++;
  }

  function sink(from: number): void {
    let at = from;
    const moving = heap[at] as number;
    const weight = energy[moving] as number;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (
        child + 1 < size &&
        (energy[heap[child + 1] as number] as number) < (energy[heap[child] as number] as number)
      ) {
        child++;
      }
      if ((energy[heap[child] as number] as number) >= weight) break;
      heap[at] = heap[child] as number;
      place[heap[at] as number] = at;
      at = child;
    }
    heap[at] = moving;
    place[moving] = at;
  }

  for (let i = (size >> 1) - 1; i >= 0; i--) sink(i);

  return {
    takeLeast() {
      const least = heap[0] as number;
      place[least] = -1;
      size--;
      if (size > 0) {
        heap[0] = heap[size] as number;
        place[heap[0] as number] = 0;
        sink(0);
      }
      return least;
    },
    grew(index) {
      const at = place[index] as number;
      if (at >= 0) sink(at);
    },
  };
}

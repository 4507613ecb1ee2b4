/** Buckets of points on the unit torus, made anew as the points grow denser. */
export class TorusBuckets {
  private across = 1;
  private buckets: number[][] = [[]];
  constructor(
    private readonly x: Float64Array,
    private readonly y: Float64Array,
  ) {}

  rebuild(count: number, across: number): void {
    this.across = across;
    this.buckets = Array.from({ length: across * across }, () => []);
    for (let i = 0; i < count; i++) this.add(i);
  }

  add(point: number): void {
    this.bucket(this.cell(this.x[point] as number), this.cell(this.y[point] as number)).push(point);
  }

  /** All points in the buckets within `radius` of a place. */
  around(x: number, y: number, radius: number): number[] {
    const reach = Math.min(Math.ceil(radius * this.across), (this.across - 1) >> 1);
    const found: number[] = [];
    for (let j = -reach; j <= reach; j++) {
      for (let i = -reach; i <= reach; i++) found.push(...this.bucket(this.cell(x) + i, this.cell(y) + j));
    }
    return found;
  }

  private cell(at: number): number {
    return Math.min(Math.floor(at * this.across), this.across - 1);
  }

  private bucket(column: number, row: number): number[] {
    const { across } = this;
    return this.buckets[((row + across) % across) * across + ((column + across) % across)] ?? [];
  }
}

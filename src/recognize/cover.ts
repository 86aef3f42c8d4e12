import type { Rect } from './pixels.ts';

/** The area that many boxes cover together; `size` is the usual height of one, in pixels. */
export class Cover {
  readonly #cells = new Map<string, Rect[]>();
  readonly #size: number;

  constructor(boxes: readonly Rect[], size: number) {
    this.#size = Math.max(8, 4 * size);
    for (const box of boxes) {
      for (let y = Math.floor(box.y0 / this.#size); y <= Math.floor(box.y1 / this.#size); y++) {
        for (let x = Math.floor(box.x0 / this.#size); x <= Math.floor(box.x1 / this.#size); x++) {
          const key = `${x},${y}`;
          const cell = this.#cells.get(key);
          if (cell === undefined) this.#cells.set(key, [box]);
          else cell.push(box);
        }
      }
    }
  }

  /** Whether a point lies in one of the boxes. */
  has(x: number, y: number): boolean {
    const cell = this.#cells.get(`${Math.floor(x / this.#size)},${Math.floor(y / this.#size)}`) ?? [];
    return cell.some((box) => box.x0 <= x && x < box.x1 && box.y0 <= y && y < box.y1);
  }
}

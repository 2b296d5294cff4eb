/** A small grey copy of a picture: rows from the top, each from the left, 0 black to 255 white. */
export interface Luma {
  readonly width: number;
  readonly height: number;
  readonly values: Uint8Array;
}

/** The part of pngjs that the tests use; the package brings no types. */
declare module 'pngjs' {
  export interface PNG {
    readonly width: number;
    readonly height: number;
    /** RGBA, row by row. */
    readonly data: Buffer;
  }
  export const PNG: { readonly sync: { read(file: Buffer): PNG } };
}

/** What a frame belongs to; the three that are not plain functions count as async in a call graph. */
export type FrameKind = 'function' | 'generator' | 'async' | 'async generator'

/** Where a function, generator or coroutine stands, as far as JavaScript tells: in which one, not on which line. */
export class Frame {
  /** The name of the function, alone and qualified. */
  readonly fCode: { readonly coName: string, readonly coQualname: string }
  /** @internal */ readonly _kind: FrameKind

  constructor(coQualname: string, kind: FrameKind) {
    this.fCode = { coName: coQualname.slice(coQualname.lastIndexOf('.') + 1), coQualname }
    this._kind = kind
  }

  toString(): string { return `<frame, code ${this.fCode.coName}>` }
}

/** Sigma's own types are not found by NodeNext. */
declare module 'sigma' {
  export class Sigma {
    constructor(graph: unknown, stage: HTMLElement, settings?: { readonly hideEdgesOnMove?: boolean })
  }
}

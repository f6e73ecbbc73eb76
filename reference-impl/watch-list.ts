/** Things to look at in the end, forgetting on the way those that are settled; adding costs constant time on average. */
export class WatchList<T> {
  private items: T[] = []
  private limit = 1024
  private readonly isOpen: (item: T) => boolean

  constructor(isOpen: (item: T) => boolean) { this.isOpen = isOpen }

  /** Puts a thing on the list. */
  add(item: T): void {
    if (this.items.push(item) < this.limit) return
    this.items = this.items.filter(this.isOpen)
    this.limit = Math.max(1024, this.items.length * 2)
  }

  /** Those that are not settled, in the order they came; ones that come meanwhile included. The list is empty then. */
  *open(): Generator<T, void, void> {
    this.limit = Infinity
    for (let index = 0; index < this.items.length; index++) {
      const item = this.items[index]
      if (item !== undefined && this.isOpen(item)) yield item
    }
    this.items = []
  }
}

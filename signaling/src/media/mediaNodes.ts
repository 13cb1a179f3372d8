// The media-servers that are on the control channel of this node right now.
import type { DesiredRoom } from '@hoi-truong/shared/media'

export interface MediaNode {
  nodeId: string
  instanceId: string
  publicUrl: string
  /** As the node last reported. */
  rooms: number
  send: (room: DesiredRoom) => void
}

export class MediaNodes {
  readonly #nodes = new Map<string, MediaNode>()

  add(node: MediaNode): void {
    this.#nodes.set(node.nodeId, node)
  }

  /** Forgets a node, unless a newer connection of it has taken its place: then it answers false. */
  remove(node: MediaNode): boolean {
    return this.#nodes.get(node.nodeId) === node && this.#nodes.delete(node.nodeId)
  }

  find(nodeId: string): MediaNode | undefined {
    return this.#nodes.get(nodeId)
  }

  leastLoaded(): MediaNode | undefined {
    return [...this.#nodes.values()].sort((a, b) => a.rooms - b.rooms)[0]
  }

  get count(): number {
    return this.#nodes.size
  }
}

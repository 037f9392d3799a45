/** Where the reader looks at the graph from: graph coordinates ↔ pixels of the canvas. */

export interface Camera {
  /** The point of the graph in the middle of the view. */
  readonly x: number
  readonly y: number
  /** Pixels for one unit of the graph. */
  readonly scale: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

export function toScreen({ x, y }: Point, camera: Camera, { width, height }: Size): Point {
  return { x: (x - camera.x) * camera.scale + width / 2, y: (y - camera.y) * camera.scale + height / 2 }
}

export function toGraph({ x, y }: Point, camera: Camera, { width, height }: Size): Point {
  return { x: (x - width / 2) / camera.scale + camera.x, y: (y - height / 2) / camera.scale + camera.y }
}

/** All points, with room beside them for names and less above and below. */
export function cameraFor(points: readonly Point[], { width, height }: Size, room = 60, above = room): Camera {
  if (points.length === 0) return { x: 0, y: 0, scale: 1 }
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  const across = Math.max(40, width - 2 * room) / Math.max(1, right - left)
  const down = Math.max(40, height - 2 * above) / Math.max(1, bottom - top)
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale: Math.min(across, down, 4) }
}

/** Nearer by `factor`, with the point under the pointer staying under it. */
export function zoomAt(camera: Camera, pointer: Point, factor: number, size: Size, least = 0.005, most = 12): Camera {
  const scale = Math.min(most, Math.max(least, camera.scale * factor))
  const held = toGraph(pointer, camera, size)
  return {
    x: held.x - (pointer.x - size.width / 2) / scale,
    y: held.y - (pointer.y - size.height / 2) / scale,
    scale
  }
}

export function panBy(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale }
}

/** Moved just so far that the point is in view. */
export function reveal(camera: Camera, point: Point, size: Size, room = 90): Camera {
  const { x, y } = toScreen(point, camera, size)
  const dx = x < room ? room - x : x > size.width - room ? size.width - room - x : 0
  const dy = y < room ? room - y : y > size.height - room ? size.height - room - y : 0
  return panBy(camera, dx, dy)
}

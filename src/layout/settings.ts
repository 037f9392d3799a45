/** The number of nodes → how ForceAtlas2 is to run. Measured by `npm run bench` (bench/layout.ts). */
import type { ForceSettings } from './forces.js'

export function settingsFor(nodes: number): ForceSettings {
  return {
    // Small graphs need many rounds to unfold and can have them; large ones are unfolded by their start.
    iterations: nodes < 200 ? 1500 : nodes < 1000 ? 800 : nodes < 3000 ? 400 : 150,
    // Room in proportion to the discs: their radii are some 4 to 20.
    repulsion: nodes < 200 ? 60 : 20,
    gravity: 1,
    // Barnes and Hut's tree pays from some hundred nodes on.
    approximate: nodes > 150,
    accuracy: 1.2,
    tolerance: 1
  }
}

/** The graph, for the eye, the hand and the keyboard: hover names it, a press opens its evidence, arrow keys walk from actor to actor. */

import type { Point } from './camera.js'
import { type CanvasView, makeCanvasView } from './canvasView.js'
import { append, button, element, freshId, on, replace } from './dom.js'
import type { Shown } from './filters.js'
import type { Marked } from './frame.js'
import { listenTo } from './gestures.js'
import { curveAt, discAt, neighbourIn } from './hit.js'
import { makeLegend } from './legend.js'
import type { Actor, Edge, Model } from './model.js'
import { makeScene, placesIn, type Scene } from './scene.js'
import type { Selection, Store } from './state.js'
import { onTheme, readPaint } from './theme.js'
import { count, kindNames, relationInWords } from './words.js'

export interface GraphView {
  readonly root: HTMLElement
  readonly show: (shown: Shown, selection: Selection | null) => void
  readonly canvas: CanvasView
}

export function makeGraphView(model: Model, store: Store, first: Shown, say: (text: string) => void): GraphView {
  const help = freshId('keys')
  const canvas = element('canvas', { 'aria-hidden': 'true' })
  const tip = element('div', { class: 'tip', hidden: true, 'aria-hidden': 'true' })
  const stage = element(
    'div',
    {
      class: 'stage',
      tabindex: 0,
      role: 'application',
      'aria-roledescription': 'graph',
      'aria-label': `Graph of ${count(model.nodes.length, 'actor')} and ${count(model.edges.length, 'connection')}`,
      'aria-describedby': help
    },
    canvas,
    tip
  )
  let places: ReturnType<typeof placesIn> | undefined
  let nowShown = first
  let scene: Scene = makeScene(model, first)
  let selection: Selection | null = null
  let looked: Actor | Edge | null = null
  const view = makeCanvasView(canvas, scene, markedBy(null, null), readPaint(document.body))

  const refresh = (): void => view.show(scene, markedBy(selection, looked))

  const look = (at: Point | null): void => {
    const camera = view.camera()
    const disc = at && discAt(scene, at, camera, view.size())
    const curve = at && !disc ? curveAt(scene, at, camera, view.size()) : null
    const found = disc?.actor ?? curve?.edge ?? null
    stage.classList.toggle('over', found !== null)
    if (at) placeTip(tip, at, found, view.size().width)
    if (found === looked) return
    looked = found
    tip.hidden = !found
    if (found) replace(tip, ...tipWords(found))
    refresh()
  }

  listenTo(stage, {
    pan: (dx, dy) => {
      tip.hidden = true
      view.pan(dx, dy)
    },
    zoom: (at, factor) => view.zoom(at, factor),
    hover: look,
    moving: (moves) => stage.classList.toggle('moving', moves),
    press: (at, touch) => {
      stage.focus({ preventScroll: true })
      const slack = touch ? 14 : 4
      const disc = discAt(scene, at, view.camera(), view.size(), slack)
      const curve = disc ? null : curveAt(scene, at, view.camera(), view.size(), slack + 4)
      if (disc) store.change({ selection: { kind: 'actor', actor: disc.actor } })
      else if (curve) store.change({ selection: { kind: 'edge', edge: curve.edge, place: 0 } })
      else if (selection) store.change({ selection: null })
    }
  })

  const walkTo = (found: Actor | Edge): void => {
    looked = found
    const actor = 'evidence' in found ? found.to : found
    const disc = scene.discOf.get(actor)
    if (disc) view.reveal(disc)
    refresh()
    say(spoken(found))
  }

  on(stage, 'keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { width, height } = view.size()
    const middle = { x: width / 2, y: height / 2 }
    const arrows: Record<string, readonly [number, number]> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1]
    }
    const way = arrows[event.key]
    const here = looked === null ? null : 'evidence' in looked ? looked.from : looked
    if (way && event.shiftKey) view.pan(-way[0] * 60, -way[1] * 60)
    else if (way) {
      const start = here ? scene.discOf.get(here) : undefined
      const next = start ? neighbourIn(scene, start, way[0], way[1]) : (scene.discs.find((disc) => disc.shown) ?? null)
      if (next) walkTo(next.actor)
    } else if (event.key === 'e' || event.key === 'E') {
      const next = nextEdge(scene, looked, event.shiftKey ? -1 : 1)
      if (next) walkTo(next)
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (looked === null) return
      const chosen: Selection =
        'evidence' in looked ? { kind: 'edge', edge: looked, place: 0 } : { kind: 'actor', actor: looked }
      store.change({ selection: chosen })
    } else if (event.key === '+' || event.key === '=') view.zoom(middle, 1.3)
    else if (event.key === '-') view.zoom(middle, 1 / 1.3)
    else if (event.key === '0') view.fitAll()
    else return
    event.preventDefault()
  })
  on(stage, 'blur', () => {
    looked = null
    refresh()
  })

  const frame = element('div', { class: 'graph' }, stage)
  const root = element('div', { class: 'graph-and-legend' }, frame, makeLegend(model))
  append(frame, [
    element(
      'p',
      { class: 'unseen', id: help },
      'Arrow keys walk from actor to actor, E steps through the connections of the actor you are on, Enter opens the evidence. ',
      'Shift and arrow keys move the picture, plus and minus zoom, 0 shows all. The same connections are in the Table view.'
    ),
    element(
      'div',
      { class: 'zoom', role: 'group', 'aria-label': 'Zoom' },
      button({ 'aria-label': 'Zoom in', title: 'Zoom in (+)' }, () => view.zoom(centre(view), 1.4), '+'),
      button({ 'aria-label': 'Zoom out', title: 'Zoom out (−)' }, () => view.zoom(centre(view), 1 / 1.4), '−'),
      button({ 'aria-label': 'Show all', title: 'Show all (0)' }, () => view.fitAll(), '⤢')
    )
  ])
  new ResizeObserver(() => {
    const { clientWidth, clientHeight } = stage
    // Paper shows the picture as the screen had it.
    if (clientWidth <= 0 || clientHeight <= 0 || matchMedia('print').matches) return
    if (places === undefined) {
      // The picture takes the shape of the view as it is when it is first seen, and keeps it.
      places = placesIn(model, clientWidth / clientHeight)
      scene = makeScene(model, nowShown, places)
      view.show(scene, markedBy(selection, looked))
    }
    view.resize({ width: clientWidth, height: clientHeight })
  }).observe(stage)
  onTheme(() => view.paint(readPaint(document.body)))

  return {
    root,
    canvas: view,
    show: (shown, next) => {
      nowShown = shown
      scene = makeScene(model, shown, places)
      selection = next
      refresh()
      const actor = next?.kind === 'actor' ? next.actor : next?.kind === 'edge' ? next.edge.to : null
      const disc = actor && scene.discOf.get(actor)
      if (disc) view.reveal(disc)
    }
  }
}

function centre(view: CanvasView): Point {
  return { x: view.size().width / 2, y: view.size().height / 2 }
}

/** What a selection lights up. */
function markedBy(selection: Selection | null, looked: Actor | Edge | null): Marked {
  const none = { actors: new Set<Actor>(), edge: null, edges: new Set<Edge>(), looked }
  if (selection?.kind === 'actor') {
    const { actor } = selection
    return { ...none, actors: new Set([actor]), edges: new Set(actor.edges) }
  }
  if (selection?.kind === 'edge') {
    const { edge } = selection
    return { ...none, actors: new Set([edge.from, edge.to]), edge }
  }
  const statements =
    selection?.kind === 'statement'
      ? [selection.statement]
      : selection?.kind === 'claim'
        ? selection.claim.statements
        : []
  const actors = new Set(statements.flatMap(({ chain, about }) => [...chain.map((hop) => hop.actor), ...about]))
  const wanted = new Set(statements)
  const edges = [...actors].flatMap((actor) => actor.edges)
  const shows = edges.filter(({ evidence }) => evidence.some(({ statement }) => statement && wanted.has(statement)))
  return { ...none, actors, edges: new Set(shows) }
}

function nextEdge(scene: Scene, looked: Actor | Edge | null, step: number): Edge | null {
  if (looked === null) return null
  const actor = 'evidence' in looked ? looked.from : looked
  const shown = new Set(scene.curves.filter((curve) => curve.shown).map((curve) => curve.edge))
  const own = actor.edges.filter((edge) => edge.from === actor && shown.has(edge))
  const all = own.length > 0 ? own : actor.edges.filter((edge) => shown.has(edge))
  const at = 'evidence' in looked ? all.indexOf(looked) + step : 0
  return all[(at + all.length) % all.length] ?? null
}

function spoken(found: Actor | Edge): string {
  if ('evidence' in found) {
    const places = count(found.evidence.length, 'piece of evidence', 'pieces of evidence')
    return `${found.from.name} ${relationInWords(found.relation)} ${found.to.name}, ${places}`
  }
  const { name, type, says, edges } = found
  return `${name}, ${kindNames[type]}, ${count(says.length, 'statement')}, ${count(edges.length, 'connection')}`
}

function tipWords(found: Actor | Edge): HTMLElement[] {
  if ('evidence' in found) {
    const first = found.evidence[0]
    const words = first ? first.article.text.slice(...(first.article.sentences[first.sentence] ?? first.range)) : ''
    return [
      element('bdi', { class: 'tip-head' }, `${found.from.name} ${relationInWords(found.relation)} ${found.to.name}`),
      element('bdi', { class: 'tip-text' }, words.length > 220 ? `${words.slice(0, 219)}…` : words)
    ]
  }
  const { name, type, says, edges } = found
  return [
    element('bdi', { class: 'tip-head' }, name),
    element(
      'span',
      {},
      `${kindNames[type]} · ${count(says.length, 'statement')} · ${count(edges.length, 'connection')}`
    )
  ]
}

function placeTip(tip: HTMLElement, at: Point, found: Actor | Edge | null, width: number): void {
  if (!found) return
  tip.style.left = `${Math.max(8, Math.min(at.x + 14, width - 300))}px`
  tip.style.top = `${at.y + 18}px`
}

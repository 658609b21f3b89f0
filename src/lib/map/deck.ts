/** The parts of deck.gl that Cordon draws with: a chunk of its own, for those who see such layers. */
export { LineLayer, PathLayer, SolidPolygonLayer } from '@deck.gl/layers';
export { MapLibreOverlay } from '@deck.gl/maplibre';
export type { Layer } from '@deck.gl/core';

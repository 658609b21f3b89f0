/**
 * A picture of part of the map as a layer of MapLibre, pixel on pixel while the map rests. It asks the
 * graphics card nothing, so that the page never waits: not even where its one value stands.
 */
import type { CustomLayerInterface, Map as MapLibreMap } from 'maplibre-gl';
import { worldX, worldY, type PictureView, type PointPicture } from './point-picture';

/** An attribute without an array is a constant: the left edge, top, width and height on the screen. */
const PLACE = 1;
const VERTEX = `#version 300 es
layout(location = ${PLACE}) in vec4 place;
out vec2 texel;
void main() {
	texel = vec2(gl_VertexID & 1, gl_VertexID >> 1);
	gl_Position = vec4(place.xy + texel * place.zw, 0.0, 1.0);
}`;
const FRAGMENT = `#version 300 es
precision highp float;
uniform sampler2D picture;
in vec2 texel;
out vec4 colour;
void main() {
	colour = texture(picture, texel);
}`;

export class PictureLayer implements CustomLayerInterface {
	readonly type = 'custom';
	#map: MapLibreMap | undefined;
	#program: WebGLProgram | undefined;
	#texture: WebGLTexture | undefined;
	#vertices: WebGLVertexArrayObject | undefined;
	#picture: PointPicture | undefined;
	#isUploaded = false;

	readonly id: string;
	constructor(id: string) {
		this.id = id;
	}

	show(picture: PointPicture): void {
		this.#picture = picture;
		this.#isUploaded = false;
		this.#map?.triggerRepaint();
	}

	onAdd(map: MapLibreMap, gl: WebGL2RenderingContext): void {
		this.#map = map;
		this.#program = gl.createProgram();
		for (const [kind, source] of [
			[gl.VERTEX_SHADER, VERTEX],
			[gl.FRAGMENT_SHADER, FRAGMENT]
		] as const) {
			const shader = gl.createShader(kind)!;
			gl.shaderSource(shader, source);
			gl.compileShader(shader);
			gl.attachShader(this.#program, shader);
			gl.deleteShader(shader);
		}
		gl.linkProgram(this.#program);
		this.#vertices = gl.createVertexArray();
		this.#texture = gl.createTexture();
		this.#isUploaded = false;
	}

	onRemove(_map: MapLibreMap, gl: WebGL2RenderingContext): void {
		gl.deleteProgram(this.#program!);
		gl.deleteVertexArray(this.#vertices!);
		gl.deleteTexture(this.#texture!);
		this.#map = undefined;
	}

	render(gl: WebGL2RenderingContext): void {
		if (!this.#map || !this.#picture) return;
		gl.useProgram(this.#program!);
		gl.bindVertexArray(this.#vertices!);
		gl.activeTexture(gl.TEXTURE0);
		gl.bindTexture(gl.TEXTURE_2D, this.#texture!);
		if (!this.#isUploaded) upload(gl, this.#picture);
		this.#isUploaded = true;
		gl.vertexAttrib4f(PLACE, ...placeOf(this.#picture.view, this.#map));
		gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
	}
}

function upload(gl: WebGL2RenderingContext, { pixels, view: { width, height } }: PointPicture) {
	gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
	gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
	gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
	for (const edge of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T])
		gl.texParameteri(gl.TEXTURE_2D, edge, gl.CLAMP_TO_EDGE);
	gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
}

/** Where a picture stands on the screen now, from -1 to 1 as the graphics card counts. */
function placeOf(
	view: PictureView,
	map: MapLibreMap
): [left: number, top: number, width: number, height: number] {
	const { clientWidth, clientHeight } = map.getContainer();
	const scale = worldPixels(map);
	const corner = screenWorld(map);
	const width = (view.width / view.scale) * scale;
	const height = (view.height / view.scale) * scale;
	// The map counts its middle from -180 to 180 again once it has crossed the date line.
	const turns = Math.round(corner.left - view.left + (clientWidth - width) / 2 / scale);
	const x = (view.left + turns - corner.left) * scale;
	const y = (view.top - corner.top) * scale;
	return [
		(x / clientWidth) * 2 - 1,
		1 - (y / clientHeight) * 2,
		(width / clientWidth) * 2,
		(-height / clientHeight) * 2
	];
}

/** Of what is looked at, on every side: what a short move brings in is there already. */
const MARGIN = 0.25;

/** The screen and a margin around it, in whole pixels of the device. */
export function viewOf(map: MapLibreMap): PictureView {
	const { clientWidth, clientHeight } = map.getContainer();
	const density = map.getPixelRatio();
	const scale = worldPixels(map) * density;
	const { left, top } = screenWorld(map);
	const [across, down] = [clientWidth, clientHeight].map((size) =>
		Math.round(size * density * MARGIN)
	) as [number, number];
	return {
		left: left - across / scale,
		top: top - down / scale,
		scale,
		width: Math.round(clientWidth * density) + 2 * across,
		height: Math.round(clientHeight * density) + 2 * down,
		density
	};
}

/** CSS pixels across the whole world. */
export const worldPixels = (map: MapLibreMap): number => 512 * 2 ** map.getZoom();

/** The screen's corner in the north-west. North is up, and the map is never tilted. */
function screenWorld(map: MapLibreMap): { left: number; top: number } {
	const { lng, lat } = map.unproject([0, 0]);
	return { left: worldX(lng), top: worldY(lat) };
}

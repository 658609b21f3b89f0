/**
 * Where this device is, asked for once and improved for a short while. The position lives in this
 * object's memory only; nothing here sends or keeps it.
 */
import type { LngLat } from '$lib/core/domain';

export type Fix = {
	position: LngLat;
	/** Radius of the 95 % confidence circle, by the Geolocation standard. */
	accuracyMetres: number;
};

export type FixState =
	'idle' | 'asking' | 'improving' | 'settled' | 'refused' | 'unavailable' | 'timeout' | 'insecure';

/** Good enough to stop: about what a phone under open sky reaches. */
const GOOD_METRES = 15;
/** After the first answer, how long a better one is awaited. */
const IMPROVE_MILLISECONDS = 12_000;
/** How long the first answer may take; a cold satellite receiver needs about half a minute. */
const FIRST_MILLISECONDS = 30_000;

export class PositionFix {
	state = $state<FixState>('idle');
	fix = $state.raw<Fix | null>(null);
	#watch: number | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;

	ask() {
		this.stop();
		this.fix = null;
		if (!window.isSecureContext) {
			this.state = 'insecure';
			return;
		}
		if (!('geolocation' in navigator)) {
			this.state = 'unavailable';
			return;
		}
		this.state = 'asking';
		this.#watch = navigator.geolocation.watchPosition(
			(found) => this.#found(found.coords),
			(error) => this.#failed(error),
			{ enableHighAccuracy: true, maximumAge: 0, timeout: FIRST_MILLISECONDS }
		);
	}

	/** Ends the search with what there is. */
	stop() {
		if (this.#watch !== undefined) navigator.geolocation.clearWatch(this.#watch);
		clearTimeout(this.#timer);
		this.#watch = undefined;
		this.#timer = undefined;
		if (this.state === 'improving') this.state = 'settled';
		if (this.state === 'asking') this.state = 'idle';
	}

	/** Forgets the position as well. */
	clear() {
		this.stop();
		this.fix = null;
		this.state = 'idle';
	}

	#found({ longitude, latitude, accuracy }: GeolocationCoordinates) {
		// While improving, the latest fix counts only if it is no worse: the phone stands still.
		if (!this.fix || accuracy <= this.fix.accuracyMetres)
			this.fix = { position: [longitude, latitude], accuracyMetres: accuracy };
		if (this.state === 'asking') {
			this.state = 'improving';
			this.#timer = setTimeout(() => this.stop(), IMPROVE_MILLISECONDS);
		}
		if (this.fix.accuracyMetres <= GOOD_METRES) this.stop();
	}

	#failed(error: GeolocationPositionError) {
		// A failure after a first fix does not take the answer away.
		if (this.fix) return this.stop();
		this.stop();
		this.state =
			error.code === error.PERMISSION_DENIED
				? 'refused'
				: error.code === error.TIMEOUT
					? 'timeout'
					: 'unavailable';
	}
}

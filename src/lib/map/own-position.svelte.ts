import type { LngLat } from '$lib/core/domain';

type Fix = { position: LngLat; accuracyMetres: number };

/** Where this device is, for this page only: it is drawn, and neither kept nor sent. */
export class OwnPosition {
	fix: Fix | null = $state(null);
	state: 'idle' | 'finding' | 'refused' | 'failed' = $state('idle');

	find(then: (fix: Fix) => void): void {
		if (!('geolocation' in navigator)) {
			this.state = 'failed';
			return;
		}
		this.state = 'finding';
		navigator.geolocation.getCurrentPosition(
			({ coords }) => {
				this.fix = {
					position: [coords.longitude, coords.latitude],
					accuracyMetres: coords.accuracy
				};
				this.state = 'idle';
				then(this.fix);
			},
			(error) => {
				this.state = error.code === error.PERMISSION_DENIED ? 'refused' : 'failed';
			},
			{ enableHighAccuracy: true, timeout: 20_000, maximumAge: 10_000 }
		);
	}

	forget(): void {
		this.fix = null;
		this.state = 'idle';
	}
}

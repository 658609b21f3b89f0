/** Rounded to the power of ten that the uncertainty carries: 412 m known to 30 m is 410 m. */
export function roundToUncertainty(distanceMetres: number, uncertaintyMetres: number): number {
	const step = 10 ** Math.floor(Math.log10(Math.max(1, uncertaintyMetres)));
	return Math.round(distanceMetres / step) * step;
}

/** Whose data the basemap is made of; stands on every map and picture of it. */
export const ATTRIBUTION = 'Natural Earth · GeoNames (CC BY 4.0)';

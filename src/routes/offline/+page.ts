/**
 * Its document holds no person and no data: the service worker keeps it and shows it at any address
 * where there is no network (src/service-worker.ts).
 */
export const ssr = false;

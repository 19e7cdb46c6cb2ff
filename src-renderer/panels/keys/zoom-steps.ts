/** The zooms that the keys and buttons stop at. */
const STEPS = [0.1, 0.15, 0.2, 0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4, 6, 8]

export const zoomIn = (zoom: number): number => STEPS.find((step) => step > zoom * 1.01) ?? zoom

export const zoomOut = (zoom: number): number => STEPS.findLast((step) => step < zoom * 0.99) ?? zoom

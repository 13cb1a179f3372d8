// The words of the product in both languages, area by area.
export * from './areas.ts'
export * from './format.ts'
export * from './formatShare.ts'

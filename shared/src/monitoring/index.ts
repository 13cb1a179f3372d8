// What a committee above sees of the meetings beneath it: branch by month (DOMAIN 5).
export * from './branchMonth.ts'
export * from './views.ts'

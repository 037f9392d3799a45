/** Outputs and articles → proof that every evidence is exact, or what differs. */
export type { Difference, FileCheck, VerifyReport } from './report.js'
export { type NamedText, verifiable, verify } from './verify.js'

/** Why a pattern does not parse, as a clause. Thrown inside the compiler, never out of it. */
export class PatternFault extends Error {
  override readonly name = 'PatternFault'
}

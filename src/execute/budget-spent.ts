/**
 * A change was not made because the token's budget for this hour is used up. What is left
 * stays `remaining`, and the run ends green (4-running, Changing).
 */
export class BudgetSpent extends Error {
  override readonly name = 'BudgetSpent'
}

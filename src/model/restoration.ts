/**
 * What GitHub made of a request to restore, where that is an outcome and no failure.
 * Anything else is thrown.
 *
 * @see https://docs.github.com/packages/learn-github-packages/deleting-and-restoring-a-package
 */
export type RestorationAnswer =
  | { readonly kind: 'restored' }
  /** It was not deleted, or somebody restored it before. */
  | { readonly kind: 'already-there' }
  /** 30 days have passed, it never was there, or its name was used again. */
  | { readonly kind: 'expired-or-taken'; readonly message: string }
  /** The package is there, but the token lacks the Admin role on it. */
  | { readonly kind: 'denied'; readonly message: string }

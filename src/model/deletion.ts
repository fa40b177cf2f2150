/**
 * What GitHub made of a request to delete, where that is an outcome and no failure. Anything
 * else is thrown.
 */
export type DeletionAnswer =
  | { readonly kind: 'deleted' }
  /** It was not there any more: 404, and a GET says so too. */
  | { readonly kind: 'gone' }
  /** 400: it is the last (tagged) version of its package. */
  | { readonly kind: 'retained'; readonly message: string }
  /** 400: public, and downloaded more than 5,000 times. */
  | { readonly kind: 'blocked'; readonly message: string }
  /** 404 though a GET still shows it: the token lacks the Admin role on the package. */
  | { readonly kind: 'denied'; readonly message: string }

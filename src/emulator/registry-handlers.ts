import type { Handler } from './handler.js'
import { greet } from './registry-auth.js'
import { blobHandler } from './registry-blobs.js'
import { paceHandler } from './registry-limit.js'
import { manifestHandler } from './registry-manifests.js'
import { referrersHandler } from './registry-referrers.js'
import type { Registry } from './registry-state.js'
import { tagListHandler } from './registry-tags.js'
import { tokenHandler } from './registry-token.js'
import { uploadHandler } from './registry-uploads.js'

/** ghcr.io: the handlers for `serve`, in the order in which they are to be asked. */
export function registryHandlers(registry: Registry): Handler[] {
  return [
    paceHandler(registry),
    tokenHandler(registry),
    greetingHandler(registry),
    manifestHandler(registry),
    tagListHandler(registry),
    uploadHandler(registry),
    blobHandler(registry),
    referrersHandler(registry)
  ]
}

function greetingHandler(registry: Registry): Handler {
  return (request) => (/^\/v2\/?$/.test(request.path) ? greet(registry, request) : undefined)
}

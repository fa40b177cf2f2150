/** The version of the tool, as package.json has it. */
export const TOOL_VERSION = '1.0.0'

/** How the tool calls itself to servers. */
export const USER_AGENT = `package-retention/${TOOL_VERSION}`

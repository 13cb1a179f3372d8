// How long a password must be. Without zod, for the pages that people see before they have an account.

/** Long rather than full of signs: what an old hand can type and remember. */
export const PASSWORD_MIN_CHARACTERS = 8
/** argon2 must not be fed megabytes. */
export const PASSWORD_MAX_CHARACTERS = 200

import { betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { Kysely, type KyselyPlugin, PostgresDialect } from 'kysely'
import { z } from 'zod'
import type { Database } from '../../store/database.ts'

export type Identity = ReturnType<typeof openIdentity>

/** How long a session lasts without being used, and after how long it is renewed. */
const sessionDays = 30
export const renewAfterHours = 24

/** `isActive`: whether the member whose account it is works here; a session begins for nobody else. */
export function openIdentity(
  database: Database,
  secret: string,
  url: URL,
  isActive: (member: string) => Promise<boolean>,
) {
  return betterAuth({
    appName: 'Baton',
    secret,
    baseURL: url.origin,
    // Only called as functions: none of the library's own routes is served.
    basePath: '/api/v1/identity',
    database: {
      db: new Kysely({ dialect: new PostgresDialect({ pool: database }), plugins: [timesAsDates] }),
      type: 'postgres',
      schemaName: 'identity',
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 200 },
    session: {
      modelName: 'session',
      expiresIn: sessionDays * 86_400,
      updateAge: renewAfterHours * 3600,
      fields: {
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        userId: 'user_id',
      },
    },
    user: {
      modelName: 'account_holder',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    account: {
      modelName: 'credential',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: { fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' } },
    databaseHooks: { session: { create: { before: async ({ userId }) => isActive(userId) } } },
    advanced: {
      cookiePrefix: 'baton',
      useSecureCookies: url.protocol === 'https:',
      database: { generateId: 'uuid' },
    },
    // Our own limits count over all processes; the library writes no line, since some name addresses.
    rateLimit: { enabled: false },
    logger: { disabled: true },
    telemetry: { enabled: false },
    plugins: [signInAs],
  })
}

/** Begins a session for somebody without a password: the caller has made sure that this may be. */
const signInAs = {
  id: 'baton-sign-in-as',
  endpoints: {
    signInAs: createAuthEndpoint(
      '/sign-in/as',
      { method: 'POST', body: z.object({ id: z.uuid() }), metadata: { SERVER_ONLY: true } },
      async ctx => {
        const { internalAdapter } = ctx.context
        const user = await internalAdapter.findUserById(ctx.body.id)
        const session = user && (await internalAdapter.createSession(user.id))
        if (session) await setSessionCookie(ctx, { session, user })
        return { signedIn: Boolean(session) }
      },
    ),
  },
}

/** Times leave our connections as instants, where the library counts with dates. */
const timesAsDates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({
    ...result,
    rows: result.rows.map(row =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          name.endsWith('_at') && typeof value === 'string' ? new Date(value) : value,
        ]),
      ),
    ),
  }),
}

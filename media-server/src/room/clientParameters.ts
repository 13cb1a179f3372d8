// What a browser says about codecs, keys and streams, held to exact types and ranges before mediasoup sees it.
// mediasoup checks meaning, but a value of a wrong type deep inside would throw while its message to the worker is half
// written, and that worker serves other rooms too.
import { AppError, type ErrorCode } from '@hoi-truong/shared/errors'
import { errors } from 'mediasoup'
import type { RtpHeaderExtensionUri } from 'mediasoup/types'
import { z } from 'zod'

const text = (max: number) => z.string().max(max)
const uint32 = z.int().min(0).max(0xff_ff_ff_ff)
const ssrc = z.int().min(1).max(0xff_ff_ff_ff)
const payloadType = z.int().min(0).max(127)
const kind = z.enum(['audio', 'video'])

/** Which of them it knows, mediasoup says. */
const extensionUri = z.custom<RtpHeaderExtensionUri>((uri) => typeof uri === 'string' && uri.length <= 256)

const int32 = z.int().min(-0x80_00_00_00).max(0x7f_ff_ff_ff)
const fraction = z.number().refine((value) => !Number.isInteger(value), 'integers beyond 32 bits are not carried')
const settings = z
  .record(text(64), z.union([text(1024), z.boolean(), int32, fraction]))
  .refine((record) => Object.keys(record).length <= 32)

const rtcpFeedback = z.array(z.object({ type: text(32), parameter: text(32).optional() })).max(32)
const codec = {
  mimeType: z.string().regex(/^(audio|video)\/[\w.+-]{1,32}$/),
  clockRate: z.int().min(1).max(1_000_000),
  channels: z.int().min(1).max(8).optional(),
  parameters: settings.optional(),
  rtcpFeedback: rtcpFeedback.optional(),
}

const encoding = z.object({
  ssrc: ssrc.optional(),
  rid: z
    .string()
    .regex(/^\w{1,16}$/)
    .optional(),
  codecPayloadType: payloadType.optional(),
  rtx: z.object({ ssrc }).optional(),
  dtx: z.boolean().optional(),
  scalabilityMode: z
    .string()
    .regex(/^[LS][1-3]T[1-3](_KEY)?$/)
    .optional(),
  maxBitrate: uint32.optional(),
})

export const rtpParametersSchema = z.object({
  mid: z
    .string()
    .regex(/^[\w-]{1,16}$/)
    .optional(),
  codecs: z
    .array(z.object({ ...codec, payloadType }))
    .min(1)
    .max(32),
  headerExtensions: z
    .array(
      z.object({
        uri: extensionUri,
        id: z.int().min(1).max(255),
        encrypt: z.boolean().optional(),
        parameters: settings.optional(),
      }),
    )
    .max(32)
    .optional(),
  encodings: z.array(encoding).min(1).max(3),
  rtcp: z.object({ cname: text(64).optional(), reducedSize: z.boolean().optional() }).optional(),
  msid: text(160).optional(),
})

export const rtpCapabilitiesSchema = z.object({
  codecs: z.array(z.object({ ...codec, kind, preferredPayloadType: payloadType })).max(64),
  headerExtensions: z
    .array(
      z.object({
        kind,
        uri: extensionUri,
        preferredId: z.int().min(1).max(255),
        preferredEncrypt: z.boolean().optional(),
        direction: z.enum(['sendrecv', 'sendonly', 'recvonly', 'inactive']).optional(),
      }),
    )
    .max(64)
    .optional(),
})

export const dtlsParametersSchema = z.object({
  role: z.enum(['auto', 'client', 'server']).optional(),
  fingerprints: z
    .array(
      z.object({
        algorithm: z.enum(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']),
        value: z.string().regex(/^[0-9a-f]{2}(:[0-9a-f]{2}){15,63}$/i),
      }),
    )
    .min(1)
    .max(8),
})

/** Parses one of the above or throws MEDIA_INCOMPATIBLE. */
export function compatible<S extends z.ZodType>(schema: S, input: unknown): z.infer<S> {
  const result = schema.safeParse(input)
  if (!result.success) throw new AppError('MEDIA_INCOMPATIBLE')
  return result.data
}

/**
 * Runs a step of mediasoup that takes a client's parameters: what it refuses there is the client's, not a fault of
 * ours.
 */
export async function withClientParameters<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    throw refusal(error)
  }
}

/** Runs any other step of mediasoup. What it works on may end in the worker before it ends here: then it is `gone`. */
export async function withWorker<T>(gone: ErrorCode, step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    if (error instanceof errors.WorkerClosedError) throw new AppError('ROOM_LOST')
    throw error instanceof errors.NotFoundError ? new AppError(gone) : error
  }
}

function refusal(error: unknown): unknown {
  if (error instanceof AppError) return error
  if (error instanceof errors.WorkerClosedError) return new AppError('ROOM_LOST')
  return new AppError('MEDIA_INCOMPATIBLE', undefined, { cause: error })
}

import { crc32, deflateRawSync } from 'node:zlib'

type ZipEntry = {
  name: string
  bytes: string | Uint8Array
  /** As it lies in the archive, when it is not what the rest of the entry says. */
  packed?: Uint8Array
  isStored?: boolean
  isEncrypted?: boolean
  /** Sizes and places in 64 bits, as of archives that are larger than 4 GB. */
  isZip64?: boolean
  method?: number
}

/** A zip file with these entries, written down as its specification says (APPNOTE 4.3). */
export function zipOf(...entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const { name, isStored = false, isEncrypted = false, isZip64 = false } = entry
    const bytes = Buffer.from(entry.bytes)
    const packed = entry.packed ?? (isStored ? bytes : deflateRawSync(bytes))
    const method = entry.method ?? (isStored ? 0 : 8)
    const flags = 0x800 | (isEncrypted ? 1 : 0)
    const label = Buffer.from(name)
    const common = Buffer.concat([two(45), two(flags), two(method), four(0), four(crc32(bytes))])
    const sizes = [packed.length, bytes.length]
    const local = Buffer.concat([
      four(0x04034b50),
      common,
      ...sizes.map(four),
      two(label.length),
      two(0),
      label,
      packed,
    ])
    const extra = isZip64 ? Buffer.concat([two(1), two(24), ...[bytes.length, packed.length, at].map(eight)]) : empty
    directory.push(
      Buffer.concat([
        ...[four(0x02014b50), two(45), common, ...(isZip64 ? [-1, -1] : sizes).map(four)],
        ...[
          two(label.length),
          two(extra.length),
          two(0),
          two(0),
          two(0),
          four(0),
          four(isZip64 ? -1 : at),
          label,
          extra,
        ],
      ]),
    )
    files.push(local)
    at += local.length
  }
  const central = Buffer.concat(directory)
  const count = entries.length
  const isZip64 = entries.some(entry => entry.isZip64)
  const end64 = isZip64
    ? Buffer.concat([
        ...[four(0x06064b50), eight(44), two(45), two(45), four(0), four(0), eight(count), eight(count)],
        ...[eight(central.length), eight(at)],
        ...[four(0x07064b50), four(0), eight(at + central.length), four(1)],
      ])
    : empty
  const place = isZip64 ? -1 : at
  const end = Buffer.concat([
    four(0x06054b50),
    two(0),
    two(0),
    two(count),
    two(count),
    four(central.length),
    four(place),
    two(0),
  ])
  return Buffer.concat([...files, central, end64, end])
}

const empty = Buffer.alloc(0)

function two(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

/** -1 is what says that the number stands elsewhere, in 64 bits. */
function four(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value === -1 ? 0xffffffff : value)
  return bytes
}

function eight(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}

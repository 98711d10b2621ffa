import { randomUUID } from 'node:crypto'
import { open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { CommandFault } from './command.ts'

/** A file that is written aside and appears in its place whole, or not at all. */
export type NewFile = {
  /** Where it will be. */
  path: string
  write(text: string): Promise<void>
  /** Puts what was written in its place. */
  keep(): Promise<void>
  /** Leaves no trace of it, unless it was kept. */
  discard(): Promise<void>
}

/** Opens it before there is anything to write, so that what stands in its way is said at once. `not`: a file that it must not replace. */
export async function openNewFile(path: string, not: string): Promise<NewFile> {
  const refuse = (error: NodeJS.ErrnoException): never => {
    throw new CommandFault(`${path} can't be written: ${reasonOf(error)}`)
  }
  const place = await placeOf(path)
  if (place === (await realpath(not).catch(() => null)))
    throw new CommandFault(`${path} is the log itself. Write the page to another file.`)
  const aside = join(dirname(place), `.${basename(place)}.${randomUUID()}`)
  const file = await open(aside, 'wx').catch(refuse)
  let isOpen = true
  const close = async (): Promise<void> => {
    if (isOpen) await file.close()
    isOpen = false
  }
  return {
    path,
    async write(text) {
      await file.writeFile(text).catch(refuse)
    },
    async keep() {
      await close()
      await rename(aside, place).catch(refuse)
    },
    async discard() {
      await close()
      await rm(aside, { force: true })
    },
  }
}

/** Where it really is, when it is there already; what is no file is not replaced by one. */
async function placeOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory()) throw new CommandFault(`${path} is a folder. Name a file in it.`)
  if (found && !found.isFile()) throw new CommandFault(`${path} is no file that could be written anew.`)
  return found ? realpath(path) : resolve(path)
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'its folder does not exist. Make it, or name another.'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return 'you may not write into its folder. Name another.'
  if (code === 'ENOSPC') return 'the disk is full. Make room, or name another place.'
  if (code === 'ENAMETOOLONG') return 'its name is too long. Choose a shorter one.'
  return message
}

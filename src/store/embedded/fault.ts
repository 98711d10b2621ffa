/** Why the embedded database can't run here: a sentence for the person who started it, with what to do. */
export class EmbeddedFault extends Error {
  override name = 'EmbeddedFault'
}

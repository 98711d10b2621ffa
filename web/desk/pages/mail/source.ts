const mostBytes = 256 * 1024

/** The begin of a mail's source: enough to read, not enough to choke on. */
export async function readSource(id: string, signal: AbortSignal): Promise<{ text: string; whole: boolean }> {
  const response = await fetch(`/api/v1/mail/${id}/raw`, { signal })
  if (!response.ok || !response.body) throw new Error('The source of this mail is not here. It may have been erased.')
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (let size = 0; ; ) {
    const { done, value } = await reader.read()
    if (value) {
      size += value.length
      text += decoder.decode(value, { stream: true })
    }
    if (done || size > mostBytes) {
      await reader.cancel()
      return { text: text + decoder.decode(), whole: done }
    }
  }
}

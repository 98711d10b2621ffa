import { useNavigate } from '@tanstack/react-router'

/** Where two issues become one, it goes on in the one that stays: the reader goes with it. */
export function useGoOn(number: number): (answer: unknown) => void {
  const navigate = useNavigate()
  return answer => {
    if (typeof answer !== 'object' || answer === null || !('number' in answer)) return
    if (typeof answer.number === 'number' && answer.number !== number)
      void navigate({ to: '/desk/issues/$number', params: { number: String(answer.number) }, search: {} })
  }
}

'use client'

import { Maximize, RotateCw, ZoomIn, ZoomOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'

const steps = [1, 1.5, 2, 3, 4, 6]

type PictureViewProps = { url: string; name: string; onFailed: () => void }

/** A photo that fits its frame, and can be brought nearer and turned: + − 0 and G do the same as the buttons. */
export function PictureView({ url, name, onFailed }: PictureViewProps) {
  const t = useTranslations('review')
  const frame = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<{ width: number; height: number } | null>(null)
  const [room, setRoom] = useState({ width: 0, height: 0 })
  const [near, setNear] = useState(0)
  const [turn, setTurn] = useState(0)

  useEffect(() => {
    const watched = frame.current
    if (!watched) return
    const observer = new ResizeObserver(() => setRoom({ width: watched.clientWidth, height: watched.clientHeight }))
    observer.observe(watched)
    return () => observer.disconnect()
  }, [])

  const closer = () => setNear((before) => Math.min(steps.length - 1, before + 1))
  const farther = () => setNear((before) => Math.max(0, before - 1))
  const rotate = () => setTurn((before) => (before + 90) % 360)

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement | null
      if (event.ctrlKey || event.metaKey || event.altKey || target?.closest('input, textarea, select, [role="dialog"]'))
        return
      if (event.key === '+' || event.key === '=') setNear((before) => Math.min(steps.length - 1, before + 1))
      if (event.key === '-') setNear((before) => Math.max(0, before - 1))
      if (event.key === '0') setNear(0)
      if (event.key.toLowerCase() === 'g') setTurn((before) => (before + 90) % 360)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])

  const lying = turn % 180 !== 0
  const upright = size && (lying ? { width: size.height, height: size.width } : size)
  const scale = (upright ? Math.min(room.width / upright.width, room.height / upright.height) : 1) * (steps[near] ?? 1)
  return (
    <div className="grid gap-2">
      <div role="toolbar" aria-label={t('document')} className="flex flex-wrap items-center gap-1">
        <IconButton
          label={t('zoomOut')}
          icon={<ZoomOut aria-hidden="true" />}
          onClick={farther}
          disabled={near === 0}
        />
        <IconButton
          label={t('zoomIn')}
          icon={<ZoomIn aria-hidden="true" />}
          onClick={closer}
          disabled={near === steps.length - 1}
        />
        <IconButton label={t('fit')} icon={<Maximize aria-hidden="true" />} onClick={() => setNear(0)} />
        <IconButton label={t('rotate')} icon={<RotateCw aria-hidden="true" />} onClick={rotate} />
      </div>
      <div
        ref={frame}
        className="card grid h-[calc(100dvh-17rem)] min-h-96 place-items-center overflow-auto bg-surface-2 not-lg:h-[60dvh]"
      >
        <div
          className="relative flex-none overflow-hidden"
          style={upright ? { width: upright.width * scale, height: upright.height * scale } : { opacity: 0 }}
        >
          {/* biome-ignore lint/performance/noImgElement: a signed address of the store, good for one minute */}
          <img
            src={url}
            alt={name}
            onLoad={(event) => {
              const { naturalWidth: width, naturalHeight: height } = event.currentTarget
              setSize({ width, height })
            }}
            onError={onFailed}
            className={size ? 'absolute top-1/2 left-1/2 max-w-none' : ''}
            style={
              size
                ? {
                    width: size.width * scale,
                    height: size.height * scale,
                    transform: `translate(-50%, -50%) rotate(${turn}deg)`,
                  }
                : undefined
            }
          />
        </div>
      </div>
    </div>
  )
}

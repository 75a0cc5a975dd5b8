import { Link } from 'react-router';
import { useEffect, useRef, useState } from 'react';
import { useAddress } from '../../shell/address';
import { LightMark } from '../../shell/marks';
import { brief, term } from '../../shell/words';
import type { GraphEdge, GraphNode } from './layers';

const box = { width: 210, height: 124, gapX: 16, gapY: 64 };

/** Plans in layers, and how they are linked: a click on a plan goes on from there. The tables say the same. */
export function Graph({ title, layers, edges }: { title: string; layers: GraphNode[][]; edges: GraphEdge[] }) {
  const [ref, width] = useWidth();
  const { places, frames, height } = laidOut(layers, width);
  // Boxes in several rows stand in a frame with one line to it, and say themselves how they stand to the plan.
  const framed = new Map(
    frames.flatMap(({ layer }) => layer.map((n) => [n.key, edges.find((e) => e.lower === n.key || e.upper === n.key)] as const)),
  );
  return (
    <figure className="chart graph">
      <figcaption>{title}</figcaption>
      <p className="quiet">
        <Key look="OBEYS" /> <Key look="SERVES" /> <Key look="COORDINATES" />
      </p>
      <div ref={ref} style={{ position: 'relative', height }}>
        {width > 0 && (
          <>
            <svg width={width} height={height} aria-hidden="true">
              {frames.map(({ top, bottom, isBelow }) => (
                <g key={top} fill="none" stroke="#4b5563" strokeWidth="2">
                  <rect x="1" y={top - box.gapX / 2} width={width - 2} height={bottom - top + box.gapX} rx="4" />
                  <line
                    x1={width / 2}
                    x2={width / 2}
                    y1={isBelow ? top - box.gapX / 2 : bottom + box.gapX / 2}
                    y2={isBelow ? top - box.gapY : bottom + box.gapY}
                  />
                </g>
              ))}
              {edges.filter((e) => !framed.has(e.lower) && !framed.has(e.upper)).map((e) => (
                <Edge key={e.key} edge={e} from={places.get(e.lower)} to={places.get(e.upper)} />
              ))}
            </svg>
            {layers.flat().map((node) => (
              <Box key={node.key} node={node} place={places.get(node.key)!} link={framed.get(node.key)} />
            ))}
          </>
        )}
      </div>
    </figure>
  );
}

interface Place {
  x: number;
  y: number;
}

/** Where each box stands: layers from above, each in as many rows as it needs. */
function laidOut(layers: GraphNode[][], width: number) {
  const perRow = Math.max(1, Math.floor((width - box.gapX) / (box.width + box.gapX)));
  const places = new Map<string, Place>();
  const frames: { layer: GraphNode[]; top: number; bottom: number; isBelow: boolean }[] = [];
  const here = layers.findIndex((layer) => layer[0]!.isHere);
  let y = box.gapX;
  layers.forEach((layer, depth) => {
    const top = y;
    for (let i = 0; i < layer.length; i += perRow) {
      const row = layer.slice(i, i + perRow);
      const indent = (width - (row.length * (box.width + box.gapX) - box.gapX)) / 2;
      row.forEach((node, n) => places.set(node.key, { x: Math.max(0, indent) + n * (box.width + box.gapX), y }));
      y += box.height + (i + perRow < layer.length ? box.gapX : 0);
    }
    if (layer.length > perRow) {
      frames.push({ layer, top, bottom: y, isBelow: depth > here });
    }
    y += box.gapY;
  });
  return { places, frames, height: y - box.gapY + box.gapX };
}

function Box({ node, place, link }: { node: GraphNode; place: Place; link?: GraphEdge }) {
  const { lang, to } = useAddress();
  const content = (
    <>
      <span className="graph-title">{node.title}</span>
      <small>
        {link && <strong>{brief(lang, 'PlanLinkKind', link.kind)} · </strong>}
        {brief(lang, 'PlanTier', node.tier)} · {brief(lang, 'PlanStatus', node.status)} {node.light && <LightMark light={node.light} />}
      </small>
    </>
  );
  const style = { left: place.x, top: place.y, width: box.width, height: box.height };
  return node.isHere ? (
    <div className="graph-box graph-here" style={style} aria-current="true">
      {content}
    </div>
  ) : node.tier === 'DISTRICT' ? (
    <Link className="graph-box" style={style} to={to(`plans/${node.code}#hierarchy`)}>
      {content}
    </Link>
  ) : (
    <div className="graph-box graph-other" style={style}>
      {content}
    </div>
  );
}

const dashes = { OBEYS: undefined, SERVES: '8 5', COORDINATES: '2 5' };

function Edge({ edge, from, to }: { edge: GraphEdge; from?: Place; to?: Place }) {
  const { lang } = useAddress();
  if (!from || !to) {
    return null;
  }
  const [x1, y1, x2, y2] = [from.x + box.width / 2, from.y, to.x + box.width / 2, to.y + box.height];
  // What passes by a layer goes round its boxes.
  const bulge = y1 - y2 > box.height ? (x2 < x1 ? -1 : 1) * (box.width + 70) : 0;
  const [cx, cy] = [(x1 + x2) / 2 + bulge, (y1 + y2) / 2];
  const [wx, wy] = bulge ? [(x1 + x2 + 2 * cx) / 4, (y1 + y2 + 2 * cy) / 4] : [x1 + (x2 - x1) * 0.35, y1 + (y2 - y1) * 0.35];
  return (
    <>
      <path d={`M${x1} ${y1} Q${cx} ${cy} ${x2} ${y2}`} fill="none" stroke="#4b5563" strokeWidth="2" strokeDasharray={dashes[edge.kind]} />
      <text x={wx} y={wy} textAnchor="middle" className="graph-word">
        {brief(lang, 'PlanLinkKind', edge.kind)}
      </text>
    </>
  );
}

function Key({ look }: { look: keyof typeof dashes }) {
  const { lang } = useAddress();
  return (
    <span className="nowrap">
      <svg width="36" height="10" aria-hidden="true">
        <line x1="0" y1="5" x2="36" y2="5" stroke="#4b5563" strokeWidth="2" strokeDasharray={dashes[look]} />
      </svg>{' '}
      {term(lang, 'PlanLinkKind', look)}
    </span>
  );
}

function useWidth(): [React.RefObject<HTMLDivElement | null>, number] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    setWidth(ref.current!.clientWidth);
    const watched = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    watched.observe(ref.current!);
    return () => watched.disconnect();
  }, []);
  return [ref, width];
}

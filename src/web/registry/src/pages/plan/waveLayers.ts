import type { WavePartsFragment } from '../../../generated/graphql';
import type { GraphEdge, GraphNode } from './layers';

/** The amended plan on top, and below it those on the ways to what is reached, each as many steps down as its way has. */
export function layersOfWave({ reaches }: WavePartsFragment): { layers: GraphNode[][]; edges: GraphEdge[] } {
  const nodes = new Map<string, { node: GraphNode; depth: number }>();
  const edges = new Map<string, GraphEdge>();
  for (const { path } of reaches) {
    path.forEach((plan, depth) => {
      nodes.has(plan.id) || nodes.set(plan.id, { node: { ...plan, key: plan.id, isHere: depth === 0 }, depth });
      const above = path[depth - 1];
      const link = plan.superiors.find((l) => l.superior.id === above?.id);
      if (above && link) {
        edges.set(link.id, { key: link.id, lower: plan.id, upper: above.id, kind: link.kind });
      }
    });
  }
  const all = [...nodes.values()];
  const layers = [...new Set(all.map((n) => n.depth))].sort((a, b) => a - b)
    .map((depth) => all.filter((n) => n.depth === depth).map((n) => n.node));
  return { layers, edges: [...edges.values()] };
}

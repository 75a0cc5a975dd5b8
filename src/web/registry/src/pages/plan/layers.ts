import type { PlanLinkKind } from '../../../generated/graphql';
import type { PlanData } from './Plan';

export interface GraphNode extends Pick<PlanData, 'code' | 'title' | 'tier' | 'status' | 'light'> {
  key: string;
  isHere?: boolean;
}

export interface GraphEdge {
  key: string;
  lower: string;
  upper: string;
  kind: PlanLinkKind;
}

const tiers = ['NATIONAL', 'MUNICIPAL'];

/** The plan in the middle; above it its superiors' superiors and its superiors, by tier; below it those that look up to it. */
export function layersOf(plan: PlanData): { layers: GraphNode[][]; edges: GraphEdge[] } {
  const here: GraphNode = { ...plan, key: plan.id, isHere: true };
  const known = new Map<string, GraphNode>([[here.key, here]]);
  const edges = new Map<string, GraphEdge>();
  const take = (node: Omit<GraphNode, 'key'> & { id: string }) => {
    known.has(node.id) || known.set(node.id, { ...node, key: node.id });
    return node.id;
  };
  const above: string[] = [];
  for (const link of plan.superiors) {
    const superior = take(link.superior);
    above.push(superior);
    edges.set(link.id, { key: link.id, lower: here.key, upper: superior, kind: link.kind });
    for (const further of link.superior.superiors) {
      edges.set(further.id, { key: further.id, lower: superior, upper: take(further.superior), kind: further.kind });
    }
  }
  const below = plan.subordinates.map((link) => {
    const subordinate = take(link.subordinate);
    edges.set(link.id, { key: link.id, lower: subordinate, upper: here.key, kind: link.kind });
    return subordinate;
  });
  const rest = [...known.values()].filter((n) => n !== here && !below.includes(n.key));
  const depth = (n: GraphNode) => (tiers.includes(n.tier) ? tiers.indexOf(n.tier) : above.includes(n.key) ? 3 : 2);
  const layers = [0, 1, 2, 3].map((d) => rest.filter((n) => depth(n) === d));
  return {
    layers: [...layers, [here], below.map((key) => known.get(key)!)].filter((layer) => layer.length > 0),
    edges: [...edges.values()],
  };
}

import { useState, type ReactNode } from 'react';

/** What takes the server some time to find out: asked once it is opened. */
export function Later({ title, children }: { title: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="fold later" onToggle={(e) => e.currentTarget.open && setOpen(true)}>
      <summary>{title}</summary>
      {isOpen && children}
    </details>
  );
}

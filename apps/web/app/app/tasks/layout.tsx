import { ChannelProvider } from "@wayfinder/react";
import type { ReactNode } from "react";

export default function TasksLayout({ children }: { children: ReactNode }) {
  return <ChannelProvider>{children}</ChannelProvider>;
}

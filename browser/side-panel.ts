/** Opens the report of the page: Chromium's side panel, Firefox's sidebar. The one place where the two differ in kind. */
interface PanelApi {
  readonly sidePanel?: { open(options: { windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}

const api = (globalThis as unknown as { chrome: PanelApi }).chrome;

/** Must be called within a press of a button. */
export const openSidePanel = (windowId: number): Promise<void> =>
  api.sidePanel ? api.sidePanel.open({ windowId }) : api.sidebarAction!.open();

/** Element ids of the panes, in the order in which F6 walks through them. */
export const PANE_IDS = { pages: 'pane-pages', pool: 'pane-pool', page: 'pane-page', inspector: 'pane-inspector' } as const

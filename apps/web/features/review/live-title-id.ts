/** The id of the live page's heading: it takes the focus when a decided review has gone from the page. */
export const LIVE_TITLE_ID = "live-title";

import "@fontsource-variable/noto-sans-sc/wght.css";

export function ChineseFace() {
  return null;
}

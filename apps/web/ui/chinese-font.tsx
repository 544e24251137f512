"use client";

import dynamic from "next/dynamic";

export const ChineseFont = dynamic(() => import("./chinese-face.tsx").then((m) => m.ChineseFace));

export type {
  ConceptFields,
  NewConcept,
  NewModule,
  NewStage,
  NodeKind,
  Operation,
  OutlineFields,
  Patch,
  RoadmapFields,
} from "@wayfinder/protocol";

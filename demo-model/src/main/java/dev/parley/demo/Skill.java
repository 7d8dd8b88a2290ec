package dev.parley.demo;

import java.util.Optional;

/// Something that the demo model can answer by itself, in Markdown; empty where it is not asked
/// for.
@FunctionalInterface
interface Skill {
  Optional<String> answer(Talk talk);
}

/// What stands in for a language model in tests, and what every language model must do.
@NullMarked
package dev.parley.testkit.model;

import org.jspecify.annotations.NullMarked;

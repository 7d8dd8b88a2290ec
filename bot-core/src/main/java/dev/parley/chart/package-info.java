/// Pictures of numbers, drawn with XChart: of what was spent, and those that a model wishes.
@NullMarked
package dev.parley.chart;

import org.jspecify.annotations.NullMarked;

/// Pictures of what was spent, drawn with XChart.
@NullMarked
package dev.parley.chart;

import org.jspecify.annotations.NullMarked;

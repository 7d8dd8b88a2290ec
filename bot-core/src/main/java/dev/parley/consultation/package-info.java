/// Answers from documents: what is found for a question, given to the model, and cited.
@NullMarked
package dev.parley.consultation;

import org.jspecify.annotations.NullMarked;

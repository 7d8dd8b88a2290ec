package dev.parley.gemini;

import dev.parley.gemini.FailedCallException.Remedy;
import dev.parley.model.ModelEvent;
import dev.parley.model.ModelException;
import dev.parley.model.ModelRequest;
import dev.parley.model.ModelUnaffordableException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the wanted model, then the ones to fall back to, until one answers.
final class ModelChain {
  private static final Logger LOG = LoggerFactory.getLogger(ModelChain.class);

  private final GeminiCall call;
  private final PatientCall patience;
  private final List<String> fallbackModels;

  ModelChain(GeminiCall call, PatientCall patience, List<String> fallbackModels) {
    this.call = call;
    this.patience = patience;
    this.fallbackModels = fallbackModels;
  }

  /// Throws the failure of the wanted model where no other answers either.
  ModelEvent.Finished run(RunningRequest running) {
    List<ModelException> failures = new ArrayList<>();
    for (String model : models(running.request())) {
      if (!failures.isEmpty()) {
        String reason = String.valueOf(failures.getLast().getMessage());
        LOG.warn("{} is asked instead of {}: {}", model, running.model(), reason);
      }
      try {
        RunningRequest wanted = running.withModel(model);
        return patience.run(model, running.deadline(), () -> call.run(wanted));
      } catch (FailedCallException e) {
        failures.add(e.failure());
        if (e.remedy() == Remedy.NONE || running.isOver()) {
          break;
        }
      } catch (ModelUnaffordableException e) {
        if (failures.isEmpty()) {
          throw e;
        }
        LOG.warn("{} is not asked instead: {}", model, e.getMessage());
        break;
      }
    }
    ModelException first = failures.removeFirst();
    failures.forEach(first::addSuppressed);
    throw first;
  }

  private List<String> models(ModelRequest request) {
    return request.mayFallBack()
        ? Stream.concat(Stream.of(request.model()), fallbackModels.stream()).distinct().toList()
        : List.of(request.model());
  }
}

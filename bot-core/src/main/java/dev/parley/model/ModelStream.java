package dev.parley.model;

import java.util.Iterator;

/// The events of one model call as they come: [#next()] blocks, and throws a [ModelException] where
/// the call fails before anything visible came. After visible text, a failure is the
/// [FinishReason#CUT] of the last event.
///
/// Used by one thread; [#close()] may come from any thread and aborts the call.
public interface ModelStream extends Iterator<ModelEvent>, AutoCloseable {
  @Override
  void close();
}

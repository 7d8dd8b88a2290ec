package dev.parley.model;

import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;

/// An embedder that works in this process, without any service, key or network.
public interface OfflineEmbedder extends Embedder, AutoCloseable {
  /// A module that has such an embedder. It is named in its `META-INF/services`.
  interface Source {
    /// Prepares it; what it needs is loaded when it is used first.
    ///
    /// @param folder where it may keep files of its own; made where it is not there
    OfflineEmbedder open(Path folder);
  }

  /// The one that comes with a module on the class path; empty where there is none.
  static Optional<Source> find() {
    return ServiceLoader.load(Source.class, Source.class.getClassLoader()).findFirst();
  }

  /// Lets go of what it holds; it cannot be used afterwards.
  @Override
  void close();
}

package dev.parley.testkit.knowledge;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.knowledge.KnowledgeStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/// A store that answers as another one does, but for when it is away. It tells of no changes where
/// it is asked not to.
public final class Outage {
  private final KnowledgeStore behind;
  private volatile boolean away;
  private volatile boolean silent;

  public Outage(KnowledgeStore behind) {
    this.behind = behind;
  }

  public void begin() {
    away = true;
  }

  public void end() {
    away = false;
  }

  /// From now on nobody begins to hear of changes.
  public void silence() {
    silent = true;
  }

  public KnowledgeStore store() {
    return (KnowledgeStore)
        Proxy.newProxyInstance(
            Outage.class.getClassLoader(),
            new Class<?>[] {KnowledgeStore.class},
            (_, method, arguments) -> answer(method, arguments));
  }

  private Object answer(Method method, Object[] arguments) throws Throwable {
    if (away) {
      throw new StoreUnavailableException("out of order", null);
    }
    if (silent && method.getName().equals("onChange")) {
      return (AutoCloseable) () -> {};
    }
    try {
      return method.invoke(behind, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}

package dev.parley.testkit.knowledge;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.knowledge.KnowledgeStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/// A store that answers as another one does, but for when it is away. It tells of no changes where
/// it is asked not to.
public final class Outage {
  private final KnowledgeStore behind;
  private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
  private volatile boolean away;
  private volatile boolean silent;

  public Outage(KnowledgeStore behind) {
    this.behind = behind;
  }

  public void begin() {
    away = true;
  }

  /// Begins once it has answered so often.
  public void beginAfter(int answers) {
    left.set(answers);
  }

  public void end() {
    away = false;
    left.set(Integer.MAX_VALUE);
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
    if (away || left.getAndDecrement() <= 0) {
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

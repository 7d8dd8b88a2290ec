package dev.parley.web.admin;

import dev.parley.conversation.StoreUnavailableException;
import dev.parley.web.RequestProblem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Addresses that only admins come to.
final class GuardedRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(GuardedRoutes.class);

  private final RoutesConfig routes;
  private final AdminGate gate;

  GuardedRoutes(RoutesConfig routes, AdminGate gate) {
    this.routes = routes;
    this.gate = gate;
  }

  void get(String path, Handler handler) {
    routes.get(path, request -> letIn(request, handler));
  }

  void post(String path, Handler handler) {
    routes.post(path, request -> letIn(request, handler));
  }

  void put(String path, Handler handler) {
    routes.put(path, request -> letIn(request, handler));
  }

  void delete(String path, Handler handler) {
    routes.delete(path, request -> letIn(request, handler));
  }

  private void letIn(Context request, Handler handler) throws Exception {
    gate.check(request);
    try {
      handler.handle(request);
    } catch (StoreUnavailableException away) {
      // the store itself tells the operator, once
      LOG.debug("{} while the store is away: {}", request.path(), away.getMessage());
      request.header("Retry-After", "2");
      throw new RequestProblem(
          503, "The store does not answer at the moment. Please try again shortly.");
    }
  }
}

package dev.parley.web.admin;

import dev.parley.identity.TenantId;
import dev.parley.web.JsonBody;
import dev.parley.web.RequestProblem;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Which tenant's knowledge base a request is about: its parameter `tenant` says it, such as
/// `slack/T0123`.
final class TenantChoice {
  private static final String PARAMETER = "tenant";

  private final Supplier<List<TenantId>> tenants;

  TenantChoice(Supplier<List<TenantId>> tenants) {
    this.tenants = tenants;
  }

  /// All, in the order of their names.
  List<TenantId> all() {
    return tenants.get().stream()
        .distinct()
        .sorted(Comparator.comparing(TenantId::toString))
        .toList();
  }

  TenantId of(Context request) {
    String wanted =
        Optional.ofNullable(request.queryParam(PARAMETER))
            .filter(text -> !text.isBlank())
            .orElseThrow(
                () ->
                    RequestProblem.bad(
                        "The parameter \"tenant\" is missing; it is like slack/T0123."));
    return tenants.get().stream()
        .filter(tenant -> tenant.toString().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new RequestProblem(
                    404,
                    "There is no workspace or server \"" + JsonBody.shortened(wanted) + "\"."));
  }
}

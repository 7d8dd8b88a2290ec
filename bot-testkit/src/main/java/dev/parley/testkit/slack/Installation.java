package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/// How the app is installed in a workspace: OAuth codes, the tokens that are valid, and their end.
public final class Installation {
  static final String SCOPES =
      "app_mentions:read,assistant:write,channels:history,chat:write,commands,files:read,"
          + "files:write,groups:history,im:history,im:write,mpim:history,reactions:write,"
          + "usergroups:read,users:read";

  private final SlackWorkspace workspace;
  private final Backstage backstage;
  private final Set<String> codes = new HashSet<>();
  private final Set<String> usedCodes = new HashSet<>();
  private final Set<String> refreshTokens = new HashSet<>();
  private final Set<String> tokens = new HashSet<>();
  private final Set<String> revoked = new HashSet<>();
  private boolean rotating;
  private boolean uninstalled;

  Installation(SlackWorkspace workspace, Backstage backstage) {
    this.workspace = workspace;
    this.backstage = backstage;
    tokens.add(workspace.botToken());
  }

  /// Somebody allows the app; returns the code that their browser brings to the redirect route.
  public synchronized String allow() {
    String code = backstage.ids().id("code.");
    codes.add(code);
    return code;
  }

  /// From now on tokens last twelve hours and come with a token to refresh them.
  public synchronized void rotateTokens() {
    rotating = true;
  }

  /// Somebody removes the app: its tokens die, and it is told.
  public synchronized Delivery uninstall() {
    uninstalled = true;
    return workspace.announcer().event(Json.object().put("type", "app_uninstalled"));
  }

  /// An admin revokes the bot's tokens, and it is told.
  public synchronized Delivery revokeTokens() {
    revoked.addAll(tokens);
    tokens.clear();
    ObjectNode event = Json.object().put("type", "tokens_revoked");
    ObjectNode gone = event.putObject("tokens");
    gone.putArray("oauth");
    gone.putArray("bot").add(workspace.botUserId());
    return workspace.announcer().event(event);
  }

  /// Slack's error word for this token, empty where it is valid here.
  synchronized String problem(String token) {
    if (revoked.contains(token)) {
      return "token_revoked";
    }
    if (!tokens.contains(token)) {
      return "invalid_auth";
    }
    return uninstalled ? "account_inactive" : "";
  }

  synchronized boolean issued(String secret) {
    return tokens.contains(secret)
        || revoked.contains(secret)
        || codes.contains(secret)
        || usedCodes.contains(secret)
        || refreshTokens.contains(secret);
  }

  /// Exchanges a code or a refresh token for a token.
  synchronized ObjectNode exchange(String secret, boolean refresh) {
    if (usedCodes.contains(secret)) {
      throw new SlackRefusedException("code_already_used");
    }
    if (!(refresh ? refreshTokens : codes).remove(secret)) {
      throw new SlackRefusedException(refresh ? "invalid_refresh_token" : "invalid_code");
    }
    if (!refresh) {
      usedCodes.add(secret);
    }
    uninstalled = false;
    return granted();
  }

  private ObjectNode granted() {
    String token = workspace.botToken();
    ObjectNode answer = Json.object().put("app_id", workspace.app().id());
    if (rotating) {
      token = "xoxe." + backstage.ids().id(workspace.botToken() + "-");
      String refresh = backstage.ids().id("xoxe-1-");
      refreshTokens.add(refresh);
      answer.put("refresh_token", refresh).put("expires_in", 43_200);
    }
    revoked.remove(token);
    tokens.add(token);
    answer.put("access_token", token).put("token_type", "bot").put("scope", SCOPES);
    answer.put("bot_user_id", workspace.botUserId()).put("is_enterprise_install", false);
    answer.putObject("team").put("id", workspace.id()).put("name", "Workspace " + workspace.id());
    answer.putNull("enterprise");
    answer.putObject("authed_user").put("id", "UINSTALLER");
    return answer;
  }
}

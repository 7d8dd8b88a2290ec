package dev.parley.testkit.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/// The methods about the app itself and about people.
final class AppMethods {
  private AppMethods() {}

  static Map<String, ApiMethod> methods() {
    return Map.of(
        "auth.test",
        AppMethods::test,
        "users.info",
        AppMethods::person,
        "users.list",
        AppMethods::people,
        "usergroups.list",
        AppMethods::groups);
  }

  private static ObjectNode test(ApiCall call) {
    SlackWorkspace workspace = call.workspace();
    ObjectNode answer = Json.object().put("url", "https://" + workspace.id() + ".slack.com/");
    answer.put("team", "Workspace " + workspace.id()).put("user", "parley");
    answer.put("team_id", workspace.id()).put("user_id", workspace.botUserId());
    return answer.put("bot_id", workspace.botId()).put("is_enterprise_install", false);
  }

  private static ObjectNode person(ApiCall call) {
    SlackPerson person =
        call.workspace()
            .findPerson(call.required("user"))
            .orElseThrow(() -> new SlackRefusedException("user_not_found"));
    ObjectNode answer = Json.object();
    tell(person, answer.putObject("user"));
    return answer;
  }

  /// Those who are members or guests, page by page.
  private static ObjectNode people(ApiCall call) {
    List<SlackPerson> people =
        call.workspace().people().stream()
            .filter(person -> person.standing() != SlackPerson.Standing.STRANGER)
            .toList();
    int from = call.optional("cursor").map(Integer::parseInt).orElse(0);
    int to = Math.min(people.size(), from + call.number("limit", 100));
    ObjectNode answer = Json.object();
    ArrayNode members = answer.putArray("members");
    people.subList(from, to).forEach(person -> tell(person, members.addObject()));
    String next = to < people.size() ? Integer.toString(to) : "";
    answer.putObject("response_metadata").put("next_cursor", next);
    return answer;
  }

  /// All that are enabled, at once.
  private static ObjectNode groups(ApiCall call) {
    ObjectNode answer = Json.object();
    ArrayNode groups = answer.putArray("usergroups");
    call.workspace()
        .userGroups()
        .forEach(
            (name, members) -> {
              ObjectNode group = groups.addObject().put("id", SlackWorkspace.groupId(name));
              group.put("team_id", call.workspace().id()).put("name", name).put("handle", name);
              group.put("is_usergroup", true).put("date_delete", 0);
              if (call.flag("include_users")) {
                members.forEach(group.putArray("users")::add);
              }
            });
    return answer;
  }

  private static void tell(SlackPerson person, ObjectNode user) {
    user.put("id", person.id()).put("name", person.name());
    user.put("team_id", person.teamId()).put("real_name", person.name()).put("deleted", false);
    user.put("is_bot", false).put("is_admin", person.standing() == SlackPerson.Standing.ADMIN);
    boolean guest = person.standing() == SlackPerson.Standing.GUEST;
    user.put("is_owner", false).put("is_restricted", guest).put("is_ultra_restricted", false);
    user.put("is_stranger", person.standing() == SlackPerson.Standing.STRANGER);
    user.put("locale", "en-US").put("tz", "Europe/Berlin");
    ObjectNode profile = user.putObject("profile").put("real_name", person.name());
    profile.put("display_name", person.name());
  }
}
